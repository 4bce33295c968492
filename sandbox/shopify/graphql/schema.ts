/** Made by scripts/shopify-schema.ts from the official schema of 2026-10 and selection.ts. Do not edit. */
export const schemaText = `
schema { query: QueryRoot mutation: Mutation }
directive @idempotent(key: String!) on FIELD
enum BusinessCustomerErrorCode { BLANK FAILED_TO_DELETE INTERNAL_ERROR INVALID INVALID_INPUT LIMIT_REACHED NO_INPUT REQUIRED
  RESOURCE_NOT_FOUND TAKEN TOO_LONG UNEXPECTED_TYPE }
enum CatalogType { APP COMPANY_LOCATION MARKET NONE }
enum CollectionSortKeys { ID RELEVANCE TITLE UPDATED_AT }
enum CollectionSortOrder { ALPHA_ASC ALPHA_DESC BEST_SELLING CREATED CREATED_DESC MANUAL MOST_RELEVANT PRICE_ASC PRICE_DESC }
enum CompanyContactSortKeys { COMPANY_ID CREATED_AT EMAIL ID NAME NAME_EMAIL RELEVANCE TITLE UPDATED_AT }
enum CompanyLocationSortKeys { COMPANY_AND_LOCATION_NAME COMPANY_ID CREATED_AT ID NAME RELEVANCE UPDATED_AT }
enum CompanySortKeys { CREATED_AT ID NAME ORDER_COUNT SINCE_DATE TOTAL_SPENT UPDATED_AT }
enum CountPrecision { AT_LEAST EXACT }
enum CountryCode { AC AD AE AF AG AI AL AM AN AO AR AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW
  BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FO FR GA GB GD
  GE GF GG GH GI GL GM GN GP GQ GR GS GT GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP
  KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MK ML MM MN MO MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI
  NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PS PT PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST
  SV SX SY SZ TA TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VN VU WF WS XK YE YT ZA ZM ZW ZZ
  }
enum CurrencyCode { AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BYR BZD
  CAD CDF CHF CLP CNY COP CRC CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG
  HUF IDR ILS INR IQD IRR ISK JEP JMD JOD JPY KES KGS KHR KID KMF KRW KWD KYD KZT LAK LBP LKR LRD LSL LTL LVL LYD MAD MDL MGA
  MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR
  SBD SCR SDG SEK SGD SHP SLL SOS SRD SSP STD STN SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD USDC UYU UZS VED VEF
  VES VND VUV WST XAF XCD XOF XPF XXX YER ZAR ZMW }
enum CustomerEmailAddressMarketingState { INVALID NOT_SUBSCRIBED PENDING SUBSCRIBED UNSUBSCRIBED }
enum CustomerSetUserErrorCode { BLANK ID_NOT_ALLOWED INCLUSION INPUT_MISMATCH INVALID METAFIELD_MISMATCH
  MISSING_FIELD_REQUIRED NOT_FOUND PRESENT TAKEN TOO_LONG TOO_SHORT }
enum CustomerSortKeys { CREATED_AT ID LOCATION NAME RELEVANCE UPDATED_AT }
enum CustomerState { DECLINED DISABLED ENABLED INVITED }
enum DiscountApplicationAllocationMethod { ACROSS EACH ONE }
enum DiscountApplicationTargetSelection { ALL ENTITLED EXPLICIT }
enum DiscountApplicationTargetType { LINE_ITEM SHIPPING_LINE }
enum FileContentType { EXTERNAL_VIDEO FILE IMAGE MODEL_3D VIDEO }
enum FileCreateInputDuplicateResolutionMode { APPEND_UUID RAISE_ERROR REPLACE }
enum FileStatus { FAILED PROCESSING READY UPLOADED }
enum FulfillmentDisplayStatus { ATTEMPTED_DELIVERY CANCELED CARRIER_PICKED_UP CONFIRMED DELAYED DELIVERED FAILURE FULFILLED
  IN_TRANSIT LABEL_PRINTED LABEL_PURCHASED LABEL_VOIDED MARKED_AS_FULFILLED NOT_DELIVERED OUT_FOR_DELIVERY PICKED_UP
  READY_FOR_PICKUP SUBMITTED }
enum FulfillmentOrderAction { CANCEL_FULFILLMENT_ORDER CREATE_FULFILLMENT EXTERNAL HOLD MARK_AS_OPEN MERGE MOVE RELEASE_HOLD
  REPORT_PROGRESS REQUEST_CANCELLATION REQUEST_FULFILLMENT SPLIT }
enum FulfillmentOrderRequestStatus { ACCEPTED CANCELLATION_ACCEPTED CANCELLATION_REJECTED CANCELLATION_REQUESTED CLOSED
  REJECTED SUBMITTED UNSUBMITTED }
enum FulfillmentOrderStatus { CANCELLED CLOSED INCOMPLETE IN_PROGRESS ON_HOLD OPEN SCHEDULED }
enum FulfillmentStatus { CANCELLED ERROR FAILURE OPEN PENDING SUCCESS }
enum InventoryAdjustQuantitiesUserErrorCode { ADJUST_QUANTITIES_FAILED CHANGE_FROM_QUANTITY_STALE
  IDEMPOTENCY_CONCURRENT_REQUEST IDEMPOTENCY_KEY_PARAMETER_MISMATCH IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED
  INTERNAL_LEDGER_DOCUMENT INVALID_AVAILABLE_DOCUMENT INVALID_INVENTORY_ITEM INVALID_LEDGER_DOCUMENT INVALID_LOCATION
  INVALID_QUANTITY_DOCUMENT INVALID_QUANTITY_NAME INVALID_QUANTITY_TOO_HIGH INVALID_QUANTITY_TOO_LOW INVALID_REASON
  INVALID_REFERENCE_DOCUMENT MAX_ONE_LEDGER_DOCUMENT NON_MUTABLE_INVENTORY_ITEM SERVICE_UNAVAILABLE }
enum InventorySetQuantitiesUserErrorCode { CHANGE_FROM_QUANTITY_STALE COMPARE_QUANTITY_REQUIRED COMPARE_QUANTITY_STALE
  IDEMPOTENCY_CONCURRENT_REQUEST IDEMPOTENCY_KEY_PARAMETER_MISMATCH IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED INVALID_INVENTORY_ITEM
  INVALID_LOCATION INVALID_NAME INVALID_QUANTITY_NEGATIVE INVALID_QUANTITY_TOO_HIGH INVALID_QUANTITY_TOO_LOW INVALID_REASON
  INVALID_REFERENCE_DOCUMENT NON_MUTABLE_INVENTORY_ITEM NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR }
enum LocationSortKeys { ID NAME RELEVANCE }
enum MediaContentType { EXTERNAL_VIDEO IMAGE MODEL_3D VIDEO }
enum MediaErrorCode { DUPLICATE_FILENAME_ERROR EXTERNAL_VIDEO_EMBED_DISABLED EXTERNAL_VIDEO_EMBED_NOT_FOUND_OR_TRANSCODING
  EXTERNAL_VIDEO_INVALID_ASPECT_RATIO EXTERNAL_VIDEO_NOT_FOUND EXTERNAL_VIDEO_UNLISTED FILE_STORAGE_LIMIT_EXCEEDED
  GENERIC_FILE_DOWNLOAD_FAILURE GENERIC_FILE_INVALID_SIZE IMAGE_DOWNLOAD_FAILURE IMAGE_PROCESSING_FAILURE
  INVALID_IMAGE_ASPECT_RATIO INVALID_IMAGE_FILE_SIZE INVALID_IMAGE_RESOLUTION INVALID_SIGNED_URL MEDIA_TIMEOUT_ERROR
  MODEL3D_GLB_OUTPUT_CREATION_ERROR MODEL3D_GLB_TO_USDZ_CONVERSION_ERROR MODEL3D_PROCESSING_FAILURE
  MODEL3D_THUMBNAIL_GENERATION_ERROR MODEL3D_THUMBNAIL_REGENERATION_ERROR MODEL3D_VALIDATION_ERROR UNKNOWN
  UNSUPPORTED_IMAGE_FILE_TYPE VIDEO_INVALID_FILETYPE_ERROR VIDEO_MAX_DURATION_ERROR VIDEO_MAX_HEIGHT_ERROR
  VIDEO_MAX_WIDTH_ERROR VIDEO_METADATA_READ_ERROR VIDEO_MIN_DURATION_ERROR VIDEO_MIN_HEIGHT_ERROR VIDEO_MIN_WIDTH_ERROR
  VIDEO_VALIDATION_ERROR }
enum MediaPreviewImageStatus { FAILED PROCESSING READY UPLOADED }
enum MediaStatus { FAILED PROCESSING READY UPLOADED }
enum MediaUserErrorCode { BLANK INVALID INVALID_MEDIA_TYPE MAXIMUM_VARIANT_MEDIA_PAIRS_EXCEEDED MEDIA_CANNOT_BE_MODIFIED
  MEDIA_DOES_NOT_EXIST MEDIA_DOES_NOT_EXIST_ON_PRODUCT MEDIA_IS_NOT_ATTACHED_TO_VARIANT MISSING_ARGUMENTS
  MODEL3D_THROTTLE_EXCEEDED MODEL3D_VALIDATION_ERROR NON_READY_MEDIA PRODUCT_DOES_NOT_EXIST PRODUCT_MEDIA_LIMIT_EXCEEDED
  PRODUCT_SUSPENDED PRODUCT_VARIANT_ALREADY_HAS_MEDIA PRODUCT_VARIANT_DOES_NOT_EXIST_ON_PRODUCT
  PRODUCT_VARIANT_SPECIFIED_MULTIPLE_TIMES SHOP_MEDIA_LIMIT_EXCEEDED TOO_MANY_MEDIA_PER_INPUT_PAIR VIDEO_THROTTLE_EXCEEDED
  VIDEO_VALIDATION_ERROR }
enum MetafieldDefinitionConstraintStatus { CONSTRAINED_AND_UNCONSTRAINED CONSTRAINED_ONLY UNCONSTRAINED_ONLY }
enum MetafieldDefinitionCreateUserErrorCode { ADMIN_ACCESS_INPUT_NOT_ALLOWED BLANK CAPABILITY_REQUIRED_BUT_DISABLED
  DUPLICATE_OPTION INCLUSION INVALID INVALID_CAPABILITY INVALID_CHARACTER INVALID_CONSTRAINTS INVALID_INPUT_COMBINATION
  INVALID_OPTION LIMIT_EXCEEDED OWNER_TYPE_LIMIT_EXCEEDED_FOR_AUTOMATED_COLLECTIONS
  OWNER_TYPE_LIMIT_EXCEEDED_FOR_USE_AS_ADMIN_FILTERS PINNED_LIMIT_REACHED PRESENT RESERVED_NAMESPACE_KEY
  RESOURCE_TYPE_LIMIT_EXCEEDED RESOURCE_TYPE_LIMIT_EXCEEDED_BY_APP TAKEN TOO_LONG TOO_SHORT TYPE_NOT_ALLOWED_FOR_CONDITIONS
  UNSTRUCTURED_ALREADY_EXISTS UNSUPPORTED_PINNING }
enum MetafieldDefinitionPinnedStatus { ANY PINNED UNPINNED }
enum MetafieldDefinitionSortKeys { ID NAME PINNED_POSITION RELEVANCE }
enum MetafieldOwnerType { API_PERMISSION ARTICLE BLOG CARTTRANSFORM COLLECTION COMPANY COMPANY_LOCATION CUSTOMER
  DELIVERY_CUSTOMIZATION DISCOUNT DRAFTORDER FULFILLMENT_CONSTRAINT_RULE GIFT_CARD_TRANSACTION LOCATION MARKET MEDIA_IMAGE
  ORDER ORDER_ROUTING_LOCATION_RULE PAGE PAYMENT_CUSTOMIZATION PRODUCT PRODUCTVARIANT SELLING_PLAN SHOP TRANSFER VALIDATION }
enum MetafieldsSetUserErrorCode { APP_NOT_AUTHORIZED BLANK CAPABILITY_VIOLATION INCLUSION INTERNAL_ERROR INVALID
  INVALID_COMPARE_DIGEST INVALID_TYPE INVALID_VALUE LESS_THAN_OR_EQUAL_TO PRESENT STALE_OBJECT TAKEN TOO_LONG TOO_SHORT }
enum OrderAdjustmentDiscrepancyReason { CUSTOMER DAMAGE FULL_RETURN_BALANCING_ADJUSTMENT PENDING_REFUND_DISCREPANCY
  REFUND_DISCREPANCY RESTOCK }
enum OrderAdjustmentInputDiscrepancyReason { CUSTOMER DAMAGE OTHER RESTOCK }
enum OrderCancelReason { CUSTOMER DECLINED FRAUD INVENTORY OTHER STAFF }
enum OrderCancelUserErrorCode { INTERNAL_ERROR INVALID NOT_FOUND NO_REFUND_PERMISSION NO_REFUND_TO_STORE_CREDIT_PERMISSION
  STORE_CREDIT_REFUND_B2B_NOT_SUPPORTED STORE_CREDIT_REFUND_EXPIRATION_IN_PAST STORE_CREDIT_REFUND_MISSING_CUSTOMER }
enum OrderCreateFinancialStatus { AUTHORIZED EXPIRED PAID PARTIALLY_PAID PARTIALLY_REFUNDED PENDING REFUNDED VOIDED }
enum OrderCreateFulfillmentStatus { FULFILLED PARTIAL RESTOCKED }
enum OrderCreateInputsInventoryBehavior { BYPASS DECREMENT_IGNORING_POLICY DECREMENT_OBEYING_POLICY }
enum OrderCreateUserErrorCode { FULFILLMENT_SERVICE_INVALID INVALID INVENTORY_CLAIM_FAILED PROCESSED_AT_INVALID
  REDUNDANT_CUSTOMER_FIELDS SHOP_DORMANT TAX_LINE_RATE_MISSING }
enum OrderDisplayFinancialStatus { AUTHORIZED EXPIRED PAID PARTIALLY_PAID PARTIALLY_REFUNDED PENDING REFUNDED VOIDED }
enum OrderDisplayFulfillmentStatus { FULFILLED FULFILLMENT_NOT_REQUIRED IN_PROGRESS ON_HOLD OPEN PARTIALLY_FULFILLED
  PENDING_FULFILLMENT REQUEST_DECLINED RESTOCKED SCHEDULED UNFULFILLED }
enum OrderReturnStatus { INSPECTION_COMPLETE IN_PROGRESS NO_RETURN RETURNED RETURN_FAILED RETURN_REQUESTED }
enum OrderSortKeys { CREATED_AT CURRENT_TOTAL_PRICE CUSTOMER_NAME DESTINATION FINANCIAL_STATUS FULFILLMENT_STATUS ID
  ORDER_NUMBER PO_NUMBER PROCESSED_AT RELEVANCE TOTAL_ITEMS_QUANTITY TOTAL_PRICE UPDATED_AT }
enum OrderTransactionErrorCode { AMAZON_PAYMENTS_INVALID_PAYMENT_METHOD AMAZON_PAYMENTS_MAX_AMOUNT_CHARGED
  AMAZON_PAYMENTS_MAX_AMOUNT_REFUNDED AMAZON_PAYMENTS_MAX_AUTHORIZATIONS_CAPTURED AMAZON_PAYMENTS_MAX_REFUNDS_PROCESSED
  AMAZON_PAYMENTS_ORDER_REFERENCE_CANCELED AMAZON_PAYMENTS_STALE AMOUNT_TOO_LARGE AMOUNT_TOO_SMALL AUTHENTICATION_FAILED
  AUTHENTICATION_REQUIRED AUTHORIZATION_EXPIRED CALL_ISSUER CANCELLED_PAYMENT CARD_DECLINED CARD_TESTING CONFIG_ERROR
  DO_NOT_HONOR EXPIRED_CARD FRAUD_SUSPECTED GENERIC_ERROR INCORRECT_ADDRESS INCORRECT_CVC INCORRECT_NUMBER INCORRECT_PIN
  INCORRECT_ZIP INSTRUMENT_DECLINED INSUFFICIENT_FUNDS INVALID_AMOUNT INVALID_COUNTRY INVALID_CURRENCY INVALID_CVC
  INVALID_EXPIRY_DATE INVALID_NUMBER INVALID_PAYMENT_METHOD INVALID_PURCHASE_TYPE MERCHANT_ACCOUNT_ERROR MERCHANT_RULE
  PAYMENT_METHOD_UNAVAILABLE PAYMENT_METHOD_UNSUPPORTED PAYMENT_PROVIDER_ERROR PICK_UP_CARD PROCESSING_ERROR RETRY_DECLINED
  TEST_MODE_LIVE_CARD TRANSACTION_LIMIT_EXCEEDED UNSUPPORTED_FEATURE }
enum OrderTransactionKind { AUTHORIZATION CAPTURE CHANGE EMV_AUTHORIZATION REFUND SALE SUGGESTED_REFUND VOID }
enum OrderTransactionStatus { AWAITING_RESPONSE ERROR FAILURE PENDING SUCCESS UNKNOWN }
enum ProductCollectionSortKeys { BEST_SELLING COLLECTION_DEFAULT CREATED ID MANUAL PRICE RELEVANCE TITLE }
enum ProductMediaSortKeys { ID POSITION }
enum ProductOperationStatus { ACTIVE COMPLETE CREATED }
enum ProductOptionCreateVariantStrategy { CREATE LEAVE_AS_IS }
enum ProductOptionUpdateUserErrorCode { CANNOT_COMBINE_LINKED_AND_NONLINKED_OPTION_VALUES CANNOT_CREATE_VARIANTS_ABOVE_LIMIT
  CANNOT_DELETE_ALL_OPTION_VALUES_IN_OPTION CANNOT_DELETE_VARIANT_WITHOUT_PERMISSION CANNOT_LEAVE_OPTIONS_WITHOUT_VARIANTS
  CANNOT_MAKE_CHANGES_IF_VARIANT_IS_MISSING_REQUIRED_SKU DUPLICATED_OPTION_VALUE DUPLICATE_LINKED_OPTION
  INVALID_METAFIELD_VALUE_FOR_LINKED_OPTION INVALID_NAME INVALID_POSITION KEY_MISSING_IN_INPUT
  LINKED_METAFIELD_DEFINITION_NOT_FOUND LINKED_OPTIONS_NOT_SUPPORTED_FOR_SHOP LINKED_OPTION_UPDATE_MISSING_VALUES
  NO_KEY_ON_CREATE OPTION_ALREADY_EXISTS OPTION_DOES_NOT_EXIST OPTION_LINKED_METAFIELD_ALREADY_TAKEN OPTION_NAME_TOO_LONG
  OPTION_VALUES_OVER_LIMIT OPTION_VALUE_ALREADY_EXISTS OPTION_VALUE_CONFLICTING_OPERATION OPTION_VALUE_DOES_NOT_EXIST
  OPTION_VALUE_HAS_VARIANTS OPTION_VALUE_NAME_TOO_LONG PRODUCT_DOES_NOT_EXIST PRODUCT_SUSPENDED TOO_MANY_VARIANTS_CREATED
  UNSUPPORTED_COMBINED_LISTING_PARENT_OPERATION }
enum ProductOptionUpdateVariantStrategy { LEAVE_AS_IS MANAGE }
enum ProductOptionsCreateUserErrorCode { CANNOT_COMBINE_LINKED_METAFIELD_AND_OPTION_VALUES
  CANNOT_MAKE_CHANGES_IF_VARIANT_IS_MISSING_REQUIRED_SKU DUPLICATED_OPTION_NAME DUPLICATED_OPTION_VALUE DUPLICATE_LINKED_OPTION
  INVALID_METAFIELD_VALUE_FOR_LINKED_OPTION INVALID_NAME LINKED_METAFIELD_DEFINITION_NOT_FOUND
  LINKED_METAFIELD_VALUE_WITHOUT_LINKED_OPTION LINKED_OPTIONS_NOT_SUPPORTED_FOR_SHOP MISSING_METAFIELD_VALUES_FOR_LINKED_OPTION
  NEW_OPTION_WITHOUT_VALUE_FOR_EXISTING_VARIANTS OPTIONS_OVER_LIMIT OPTION_ALREADY_EXISTS OPTION_LINKED_METAFIELD_ALREADY_TAKEN
  OPTION_NAME_MISSING OPTION_NAME_TOO_LONG OPTION_POSITION_MISSING OPTION_VALUES_MISSING OPTION_VALUES_OVER_LIMIT
  OPTION_VALUE_NAME_TOO_LONG POSITION_OUT_OF_BOUNDS PRODUCT_DOES_NOT_EXIST PRODUCT_SUSPENDED TOO_MANY_VARIANTS_CREATED
  UNSUPPORTED_COMBINED_LISTING_PARENT_OPERATION }
enum ProductSetUserErrorCode { CANNOT_COMBINE_LINKED_AND_NONLINKED_OPTION_VALUES CAPABILITY_VIOLATION
  DUPLICATED_METAFIELD_VALUE DUPLICATED_OPTION_NAME DUPLICATED_OPTION_VALUE DUPLICATED_VALUE DUPLICATE_LINKED_OPTION
  GENERIC_ERROR GIFT_CARDS_NOT_ACTIVATED GIFT_CARD_ATTRIBUTE_CANNOT_BE_CHANGED HANDLE_NOT_UNIQUE ID_NOT_ALLOWED INPUT_MISMATCH
  INVALID_INPUT INVALID_METAFIELD INVALID_METAFIELD_VALUE_FOR_LINKED_OPTION INVALID_PRODUCT INVALID_VARIANT
  INVENTORY_QUANTITIES_LIMIT_EXCEEDED JOB_ERROR LINKED_METAFIELD_DEFINITION_NOT_FOUND LINKED_OPTIONS_NOT_SUPPORTED_FOR_SHOP
  METAFIELD_MISMATCH MISSING_FIELD_REQUIRED NOT_FOUND OPTIONS_OVER_LIMIT OPTION_DOES_NOT_EXIST OPTION_VALUES_MISSING
  OPTION_VALUES_OVER_LIMIT OPTION_VALUE_DOES_NOT_EXIST PRODUCT_DOES_NOT_EXIST PRODUCT_OPTIONS_INPUT_MISSING PRODUCT_SUSPENDED
  PRODUCT_VARIANT_DOES_NOT_EXIST VARIANTS_INPUT_MISSING VARIANTS_OVER_LIMIT }
enum ProductSortKeys { CREATED_AT ID INVENTORY_TOTAL PRODUCT_TYPE PUBLISHED_AT RELEVANCE TITLE UPDATED_AT VENDOR }
enum ProductStatus { ACTIVE ARCHIVED DRAFT UNLISTED }
enum ProductVariantInventoryPolicy { CONTINUE DENY }
enum ProductVariantSortKeys { FULL_TITLE ID INVENTORY_LEVELS_AVAILABLE INVENTORY_MANAGEMENT INVENTORY_POLICY
  INVENTORY_QUANTITY NAME POPULAR POSITION RELEVANCE SKU TITLE }
enum ProductVariantsBulkCreateStrategy { DEFAULT PRESERVE_STANDALONE_VARIANT REMOVE_STANDALONE_VARIANT }
enum ProductVariantsBulkCreateUserErrorCode { CANNOT_SET_NAME_FOR_LINKED_OPTION_VALUE GREATER_THAN_OR_EQUAL_TO INVALID
  INVALID_INPUT INVENTORY_QUANTITIES_LIMIT_EXCEEDED LOCAL_CURRENCY_GIFT_CARD_PRICE_MUST_BE_ZERO MUST_BE_FOR_THIS_PRODUCT
  NEED_TO_ADD_OPTION_VALUES NEGATIVE_PRICE_VALUE NOT_DEFINED_FOR_SHOP NO_KEY_ON_CREATE
  OPTION_VALUES_FOR_NUMBER_OF_UNKNOWN_OPTIONS PRODUCT_DOES_NOT_EXIST PRODUCT_SUSPENDED SUBSCRIPTION_VIOLATION
  TOO_MANY_INVENTORY_LOCATIONS TRACKED_VARIANT_LOCATION_NOT_FOUND UNSUPPORTED_COMBINED_LISTING_PARENT_OPERATION
  VARIANT_ALREADY_EXISTS VARIANT_ALREADY_EXISTS_CHANGE_OPTION_VALUE }
enum ProductVariantsBulkDeleteUserErrorCode { AT_LEAST_ONE_VARIANT_DOES_NOT_BELONG_TO_THE_PRODUCT CANNOT_DELETE_LAST_VARIANT
  PRODUCT_DOES_NOT_EXIST PRODUCT_SUSPENDED UNSUPPORTED_COMBINED_LISTING_PARENT_OPERATION }
enum ProductVariantsBulkUpdateUserErrorCode { BLANK CANNOT_SET_NAME_FOR_LINKED_OPTION_VALUE CANNOT_SPECIFY_BOTH
  GREATER_THAN_OR_EQUAL_TO INVALID_INPUT INVALID_VALUE INVENTORY_QUANTITIES_LIMIT_EXCEEDED
  LOCAL_CURRENCY_GIFT_CARD_PRICE_MUST_BE_ZERO MUST_BE_FOR_THIS_PRODUCT MUST_SPECIFY_ONE_OF_PAIR NEED_TO_ADD_OPTION_VALUES
  NEGATIVE_PRICE_VALUE NOT_DEFINED_FOR_SHOP NO_INVENTORY_QUANTITES_DURING_UPDATE NO_INVENTORY_QUANTITIES_ON_VARIANTS_UPDATE
  OPTION_DOES_NOT_EXIST OPTION_VALUES_FOR_NUMBER_OF_UNKNOWN_OPTIONS OPTION_VALUE_DOES_NOT_EXIST OPTION_VALUE_NAME_TOO_LONG
  PRODUCT_DOES_NOT_EXIST PRODUCT_SUSPENDED PRODUCT_VARIANT_DOES_NOT_EXIST PRODUCT_VARIANT_ID_MISSING SUBSCRIPTION_VIOLATION
  TOO_LONG TOO_SHORT UNSUPPORTED_COMBINED_LISTING_PARENT_OPERATION VARIANT_ALREADY_EXISTS }
enum RefundLineItemRestockType { CANCEL LEGACY_RESTOCK NO_RESTOCK RETURN }
enum TaxExemption { CA_BC_COMMERCIAL_FISHERY_EXEMPTION CA_BC_CONTRACTOR_EXEMPTION CA_BC_PRODUCTION_AND_MACHINERY_EXEMPTION
  CA_BC_RESELLER_EXEMPTION CA_BC_SUB_CONTRACTOR_EXEMPTION CA_DIPLOMAT_EXEMPTION CA_MB_COMMERCIAL_FISHERY_EXEMPTION
  CA_MB_FARMER_EXEMPTION CA_MB_RESELLER_EXEMPTION CA_NL_VPT_RESELLER_EXEMPTION CA_NS_COMMERCIAL_FISHERY_EXEMPTION
  CA_NS_FARMER_EXEMPTION CA_ON_PURCHASE_EXEMPTION CA_PE_COMMERCIAL_FISHERY_EXEMPTION CA_SK_COMMERCIAL_FISHERY_EXEMPTION
  CA_SK_CONTRACTOR_EXEMPTION CA_SK_FARMER_EXEMPTION CA_SK_PRODUCTION_AND_MACHINERY_EXEMPTION CA_SK_RESELLER_EXEMPTION
  CA_SK_SUB_CONTRACTOR_EXEMPTION CA_SK_VPT_RESELLER_EXEMPTION CA_STATUS_CARD_EXEMPTION EU_REVERSE_CHARGE_EXEMPTION_RULE
  US_AK_RESELLER_EXEMPTION US_AL_RESELLER_EXEMPTION US_AR_RESELLER_EXEMPTION US_AZ_RESELLER_EXEMPTION US_CA_RESELLER_EXEMPTION
  US_CO_RESELLER_EXEMPTION US_CT_RESELLER_EXEMPTION US_DC_RESELLER_EXEMPTION US_DE_RESELLER_EXEMPTION US_FL_RESELLER_EXEMPTION
  US_GA_RESELLER_EXEMPTION US_HI_RESELLER_EXEMPTION US_IA_RESELLER_EXEMPTION US_ID_RESELLER_EXEMPTION US_IL_RESELLER_EXEMPTION
  US_IN_RESELLER_EXEMPTION US_KS_RESELLER_EXEMPTION US_KY_RESELLER_EXEMPTION US_LA_RESELLER_EXEMPTION US_MA_RESELLER_EXEMPTION
  US_MD_RESELLER_EXEMPTION US_ME_RESELLER_EXEMPTION US_MI_RESELLER_EXEMPTION US_MN_RESELLER_EXEMPTION US_MO_RESELLER_EXEMPTION
  US_MS_RESELLER_EXEMPTION US_MT_RESELLER_EXEMPTION US_NC_RESELLER_EXEMPTION US_ND_RESELLER_EXEMPTION US_NE_RESELLER_EXEMPTION
  US_NH_RESELLER_EXEMPTION US_NJ_RESELLER_EXEMPTION US_NM_RESELLER_EXEMPTION US_NV_RESELLER_EXEMPTION US_NY_RESELLER_EXEMPTION
  US_OH_RESELLER_EXEMPTION US_OK_RESELLER_EXEMPTION US_OR_RESELLER_EXEMPTION US_PA_RESELLER_EXEMPTION US_RI_RESELLER_EXEMPTION
  US_SC_RESELLER_EXEMPTION US_SD_RESELLER_EXEMPTION US_TN_RESELLER_EXEMPTION US_TX_RESELLER_EXEMPTION US_UT_RESELLER_EXEMPTION
  US_VA_RESELLER_EXEMPTION US_VT_RESELLER_EXEMPTION US_WA_RESELLER_EXEMPTION US_WI_RESELLER_EXEMPTION US_WV_RESELLER_EXEMPTION
  US_WY_RESELLER_EXEMPTION }
enum WebhookSubscriptionFormat { JSON XML }
enum WebhookSubscriptionSortKeys { CREATED_AT ID }
enum WebhookSubscriptionTopic { APP_PURCHASES_ONE_TIME_UPDATE APP_SCOPES_UPDATE APP_SUBSCRIPTIONS_APPROACHING_CAPPED_AMOUNT
  APP_SUBSCRIPTIONS_UPDATE APP_UNINSTALLED AUDIT_EVENTS_ADMIN_API_ACTIVITY BULK_OPERATIONS_FINISH CARTS_CREATE CARTS_UPDATE
  CHANNELS_DELETE CHECKOUTS_CREATE CHECKOUTS_DELETE CHECKOUTS_UPDATE COLLECTIONS_CREATE COLLECTIONS_DELETE COLLECTIONS_UPDATE
  COLLECTION_LISTINGS_ADD COLLECTION_LISTINGS_REMOVE COLLECTION_LISTINGS_UPDATE COLLECTION_PUBLICATIONS_CREATE
  COLLECTION_PUBLICATIONS_DELETE COLLECTION_PUBLICATIONS_UPDATE COMPANIES_CREATE COMPANIES_DELETE COMPANIES_UPDATE
  COMPANY_CONTACTS_CREATE COMPANY_CONTACTS_DELETE COMPANY_CONTACTS_UPDATE COMPANY_CONTACT_ROLES_ASSIGN
  COMPANY_CONTACT_ROLES_REVOKE COMPANY_LOCATIONS_CREATE COMPANY_LOCATIONS_DELETE COMPANY_LOCATIONS_UPDATE CUSTOMERS_CREATE
  CUSTOMERS_DELETE CUSTOMERS_DISABLE CUSTOMERS_EMAIL_MARKETING_CONSENT_UPDATE CUSTOMERS_ENABLE
  CUSTOMERS_MARKETING_CONSENT_UPDATE CUSTOMERS_MERGE CUSTOMERS_PURCHASING_SUMMARY CUSTOMERS_UPDATE
  CUSTOMERS_WHATS_APP_MARKETING_CONSENT_UPDATE CUSTOMER_ACCOUNT_SETTINGS_UPDATE CUSTOMER_GROUPS_CREATE CUSTOMER_GROUPS_DELETE
  CUSTOMER_GROUPS_UPDATE CUSTOMER_JOINED_SEGMENT CUSTOMER_LEFT_SEGMENT CUSTOMER_PAYMENT_METHODS_CREATE
  CUSTOMER_PAYMENT_METHODS_REVOKE CUSTOMER_PAYMENT_METHODS_UPDATE CUSTOMER_TAGS_ADDED CUSTOMER_TAGS_REMOVED
  DELIVERY_PROMISE_SETTINGS_UPDATE DISCOUNTS_CREATE DISCOUNTS_DELETE DISCOUNTS_REDEEMCODE_ADDED DISCOUNTS_REDEEMCODE_REMOVED
  DISCOUNTS_UPDATE DISPUTES_CREATE DISPUTES_UPDATE DOMAINS_CREATE DOMAINS_DESTROY DOMAINS_UPDATE DRAFT_ORDERS_CREATE
  DRAFT_ORDERS_DELETE DRAFT_ORDERS_UPDATE FINANCE_APP_STAFF_MEMBER_DELETE FINANCE_APP_STAFF_MEMBER_GRANT
  FINANCE_APP_STAFF_MEMBER_REVOKE FINANCE_APP_STAFF_MEMBER_UPDATE FINANCE_KYC_INFORMATION_UPDATE FULFILLMENTS_CREATE
  FULFILLMENTS_UPDATE FULFILLMENT_EVENTS_CREATE FULFILLMENT_EVENTS_DELETE FULFILLMENT_HOLDS_ADDED FULFILLMENT_HOLDS_RELEASED
  FULFILLMENT_ORDERS_CANCELLATION_REQUEST_ACCEPTED FULFILLMENT_ORDERS_CANCELLATION_REQUEST_REJECTED
  FULFILLMENT_ORDERS_CANCELLATION_REQUEST_SUBMITTED FULFILLMENT_ORDERS_CANCELLED
  FULFILLMENT_ORDERS_FULFILLMENT_REQUEST_ACCEPTED FULFILLMENT_ORDERS_FULFILLMENT_REQUEST_REJECTED
  FULFILLMENT_ORDERS_FULFILLMENT_REQUEST_SUBMITTED FULFILLMENT_ORDERS_FULFILLMENT_SERVICE_FAILED_TO_COMPLETE
  FULFILLMENT_ORDERS_HOLD_RELEASED FULFILLMENT_ORDERS_LINE_ITEMS_PREPARED_FOR_LOCAL_DELIVERY
  FULFILLMENT_ORDERS_LINE_ITEMS_PREPARED_FOR_PICKUP FULFILLMENT_ORDERS_MANUALLY_REPORTED_PROGRESS_STOPPED
  FULFILLMENT_ORDERS_MERGED FULFILLMENT_ORDERS_MOVED FULFILLMENT_ORDERS_ORDER_ROUTING_COMPLETE
  FULFILLMENT_ORDERS_PLACED_ON_HOLD FULFILLMENT_ORDERS_PROGRESS_REPORTED FULFILLMENT_ORDERS_RESCHEDULED
  FULFILLMENT_ORDERS_SCHEDULED_FULFILLMENT_ORDER_READY FULFILLMENT_ORDERS_SPLIT INVENTORY_ITEMS_CREATE INVENTORY_ITEMS_DELETE
  INVENTORY_ITEMS_UPDATE INVENTORY_LEVELS_CONNECT INVENTORY_LEVELS_DISCONNECT INVENTORY_LEVELS_UPDATE
  INVENTORY_SHIPMENTS_ADD_ITEMS INVENTORY_SHIPMENTS_CREATE INVENTORY_SHIPMENTS_DELETE INVENTORY_SHIPMENTS_MARK_IN_TRANSIT
  INVENTORY_SHIPMENTS_RECEIVE_ITEMS INVENTORY_SHIPMENTS_REMOVE_ITEMS INVENTORY_SHIPMENTS_UPDATE_ITEM_QUANTITIES
  INVENTORY_SHIPMENTS_UPDATE_TRACKING INVENTORY_TRANSFERS_ADD_ITEMS INVENTORY_TRANSFERS_CANCEL INVENTORY_TRANSFERS_COMPLETE
  INVENTORY_TRANSFERS_READY_TO_SHIP INVENTORY_TRANSFERS_REMOVE_ITEMS INVENTORY_TRANSFERS_UPDATED
  INVENTORY_TRANSFERS_UPDATE_ITEM_QUANTITIES LOCALES_CREATE LOCALES_DESTROY LOCALES_UPDATE LOCATIONS_ACTIVATE LOCATIONS_CREATE
  LOCATIONS_DEACTIVATE LOCATIONS_DELETE LOCATIONS_UPDATE MARKETS_BACKUP_REGION_UPDATE MARKETS_CREATE MARKETS_DELETE
  MARKETS_UPDATE METAFIELD_DEFINITIONS_CREATE METAFIELD_DEFINITIONS_DELETE METAFIELD_DEFINITIONS_UPDATE METAOBJECTS_CREATE
  METAOBJECTS_DELETE METAOBJECTS_UPDATE ORDERS_CANCELLED ORDERS_CREATE ORDERS_DELETE ORDERS_EDITED ORDERS_FULFILLED
  ORDERS_LINK_REQUESTED ORDERS_PAID ORDERS_PARTIALLY_FULFILLED ORDERS_RISK_ASSESSMENT_CHANGED
  ORDERS_SHOPIFY_PROTECT_ELIGIBILITY_CHANGED ORDERS_UPDATED ORDER_TRANSACTIONS_CREATE PAYMENT_SCHEDULES_DUE
  PAYMENT_TERMS_CREATE PAYMENT_TERMS_DELETE PAYMENT_TERMS_UPDATE PRODUCTS_CREATE PRODUCTS_DELETE PRODUCTS_UPDATE
  PRODUCT_FEEDS_CREATE PRODUCT_FEEDS_FULL_SYNC PRODUCT_FEEDS_FULL_SYNC_FINISH PRODUCT_FEEDS_INCREMENTAL_SYNC
  PRODUCT_FEEDS_UPDATE PRODUCT_LISTINGS_ADD PRODUCT_LISTINGS_REMOVE PRODUCT_LISTINGS_UPDATE PRODUCT_PUBLICATIONS_CREATE
  PRODUCT_PUBLICATIONS_DELETE PRODUCT_PUBLICATIONS_UPDATE PROFILES_CREATE PROFILES_DELETE PROFILES_UPDATE REFUNDS_CREATE
  RETURNS_APPROVE RETURNS_CANCEL RETURNS_CLOSE RETURNS_DECLINE RETURNS_PROCESS RETURNS_REOPEN RETURNS_REQUEST RETURNS_UPDATE
  REVERSE_DELIVERIES_ATTACH_DELIVERABLE REVERSE_FULFILLMENT_ORDERS_DISPOSE SCHEDULED_PRODUCT_LISTINGS_ADD
  SCHEDULED_PRODUCT_LISTINGS_REMOVE SCHEDULED_PRODUCT_LISTINGS_UPDATE SEGMENTS_CREATE SEGMENTS_DELETE SEGMENTS_UPDATE
  SELLING_PLAN_GROUPS_CREATE SELLING_PLAN_GROUPS_DELETE SELLING_PLAN_GROUPS_UPDATE SHIPPING_ADDRESSES_CREATE
  SHIPPING_ADDRESSES_UPDATE SHOP_UPDATE SUBSCRIPTION_BILLING_ATTEMPTS_CHALLENGED SUBSCRIPTION_BILLING_ATTEMPTS_FAILURE
  SUBSCRIPTION_BILLING_ATTEMPTS_SUCCESS SUBSCRIPTION_BILLING_CYCLES_SKIP SUBSCRIPTION_BILLING_CYCLES_UNSKIP
  SUBSCRIPTION_BILLING_CYCLE_EDITS_CREATE SUBSCRIPTION_BILLING_CYCLE_EDITS_DELETE SUBSCRIPTION_BILLING_CYCLE_EDITS_UPDATE
  SUBSCRIPTION_CONTRACTS_ACTIVATE SUBSCRIPTION_CONTRACTS_CANCEL SUBSCRIPTION_CONTRACTS_CREATE SUBSCRIPTION_CONTRACTS_EXPIRE
  SUBSCRIPTION_CONTRACTS_FAIL SUBSCRIPTION_CONTRACTS_PAUSE SUBSCRIPTION_CONTRACTS_UPDATE TAX_SERVICES_CREATE
  TAX_SERVICES_UPDATE TENDER_TRANSACTIONS_CREATE THEMES_CREATE THEMES_DELETE THEMES_PUBLISH THEMES_UPDATE VARIANTS_IN_STOCK
  VARIANTS_OUT_OF_STOCK }
enum WeightUnit { GRAMS KILOGRAMS OUNCES POUNDS }
input AttributeInput { key: String! value: String! }
input CollectionCreateInput { title: String! handle: String descriptionHtml: String metafields: [MetafieldInput!] sortOrder:
  CollectionSortOrder seo: SEOInput }
input CollectionDeleteInput { id: ID! }
input CollectionIdentifierInput @oneOf { id: ID handle: String customId: UniqueMetafieldValueInput }
input CollectionInput { id: ID title: String handle: String descriptionHtml: String metafields: [MetafieldInput!] products:
  [ID!] sortOrder: CollectionSortOrder seo: SEOInput }
input CollectionUpdateInput { id: ID title: String handle: String descriptionHtml: String metafields: [MetafieldInput!]
  sortOrder: CollectionSortOrder seo: SEOInput redirectNewHandle: Boolean = false }
input CompanyAddressInput { address1: String address2: String city: String countryCode: CountryCode recipient: String zip:
  String zoneCode: String firstName: String lastName: String phone: String }
input CompanyContactInput { email: String locale: String title: String firstName: String lastName: String phone: String }
input CompanyCreateInput { company: CompanyInput! companyContact: CompanyContactInput companyLocation: CompanyLocationInput }
input CompanyInput { customerSince: DateTime externalId: String name: String note: String }
input CompanyLocationInput { billingAddress: CompanyAddressInput billingSameAsShipping: Boolean externalId: String locale:
  String name: String note: String phone: String shippingAddress: CompanyAddressInput taxExempt: Boolean taxRegistrationId:
  String }
input CreateMediaInput { alt: String mediaContentType: MediaContentType! originalSource: String! }
input CustomerDeleteInput { id: ID! }
input CustomerIdentifierInput @oneOf { id: ID emailAddress: String phoneNumber: String customId: UniqueMetafieldValueInput }
input CustomerInput { id: ID email: String locale: String metafields: [MetafieldInput!] note: String tags: [String!]
  taxExempt: Boolean taxExemptions: [TaxExemption!] addresses: [MailingAddressInput!] firstName: String lastName: String phone:
  String }
input CustomerSetIdentifiers @oneOf { customId: UniqueMetafieldValueInput email: String id: ID phone: String }
input CustomerSetInput { id: ID email: String locale: String note: String tags: [String!] taxExempt: Boolean taxExemptions:
  [TaxExemption!] addresses: [MailingAddressInput!] firstName: String lastName: String phone: String }
input FileSetInput { alt: String contentType: FileContentType duplicateResolutionMode: FileCreateInputDuplicateResolutionMode
  = APPEND_UUID filename: String id: ID originalSource: String }
input FulfillmentInput { lineItemsByFulfillmentOrder: [FulfillmentOrderLineItemsInput!]! notifyCustomer: Boolean = false
  trackingInfo: FulfillmentTrackingInput }
input FulfillmentOrderLineItemInput { id: ID! quantity: Int! }
input FulfillmentOrderLineItemsInput { fulfillmentOrderId: ID! fulfillmentOrderLineItems: [FulfillmentOrderLineItemInput!] }
input FulfillmentTrackingInput { company: String number: String url: URL }
input InventoryAdjustQuantitiesInput { changes: [InventoryChangeInput!]! name: String! reason: String! referenceDocumentUri:
  String }
input InventoryChangeInput { changeFromQuantity: Int delta: Int! inventoryItemId: ID! ledgerDocumentUri: String locationId:
  ID! }
input InventoryItemInput { cost: Decimal countryCodeOfOrigin: CountryCode harmonizedSystemCode: String measurement:
  InventoryItemMeasurementInput requiresShipping: Boolean sku: String tracked: Boolean }
input InventoryItemMeasurementInput { weight: WeightInput }
input InventoryLevelInput { availableQuantity: Int! locationId: ID! }
input InventoryQuantityInput { changeFromQuantity: Int inventoryItemId: ID! locationId: ID! quantity: Int! }
input InventorySetQuantitiesInput { name: String! quantities: [InventoryQuantityInput!]! reason: String!
  referenceDocumentUri: String }
input MailingAddressInput { firstName: String lastName: String phone: String id: ID company: String address1: String
  address2: String zip: String city: String province: String provinceCode: String country: String countryCode: CountryCode }
input MetafieldCapabilityCreateInput { uniqueValues: MetafieldCapabilityUniqueValuesInput }
input MetafieldCapabilityUniqueValuesInput { enabled: Boolean! }
input MetafieldDefinitionInput { name: String! namespace: String key: String! description: String ownerType:
  MetafieldOwnerType! type: String! pin: Boolean = false capabilities: MetafieldCapabilityCreateInput }
input MetafieldIdentifierInput { ownerId: ID! namespace: String! key: String! }
input MetafieldInput { id: ID key: String namespace: String type: String value: String }
input MetafieldsSetInput { ownerId: ID! compareDigest: String key: String! namespace: String type: String value: String! }
input MoneyBagInput { shopMoney: MoneyInput! presentmentMoney: MoneyInput }
input MoneyInput { amount: Decimal! currencyCode: CurrencyCode! }
input OptionCreateInput { name: String position: Int values: [OptionValueCreateInput!] }
input OptionSetInput { id: ID name: String position: Int values: [OptionValueSetInput!] }
input OptionUpdateInput { id: ID! name: String position: Int }
input OptionValueCreateInput { name: String }
input OptionValueSetInput { id: ID name: String }
input OptionValueUpdateInput { id: ID! name: String }
input OrderCancelRefundMethodInput @oneOf { originalPaymentMethodsRefund: Boolean }
input OrderCloseInput { id: ID! }
input OrderCreateAssociateCustomerAttributesInput { email: String id: ID }
input OrderCreateCustomAttributeInput { key: String! value: String! }
input OrderCreateCustomerAddressInput { firstName: String lastName: String phone: String company: String address1: String
  address2: String zip: String city: String province: String country: String }
input OrderCreateCustomerInput @oneOf { toAssociate: OrderCreateAssociateCustomerAttributesInput toUpsert:
  OrderCreateUpsertCustomerAttributesInput }
input OrderCreateDiscountCodeInput { freeShippingDiscountCode: OrderCreateFreeShippingDiscountCodeAttributesInput
  itemFixedDiscountCode: OrderCreateFixedDiscountCodeAttributesInput itemPercentageDiscountCode:
  OrderCreatePercentageDiscountCodeAttributesInput }
input OrderCreateFixedDiscountCodeAttributesInput { amountSet: MoneyBagInput code: String! }
input OrderCreateFreeShippingDiscountCodeAttributesInput { code: String! }
input OrderCreateFulfillmentInput { locationId: ID! notifyCustomer: Boolean = false trackingCompany: String trackingNumber:
  String }
input OrderCreateLineItemInput { giftCard: Boolean = false priceSet: MoneyBagInput productId: ID properties:
  [OrderCreateLineItemPropertyInput!] quantity: Int! requiresShipping: Boolean = false sku: String taxLines:
  [OrderCreateTaxLineInput!] taxable: Boolean = true title: String variantId: ID variantTitle: String vendor: String weight:
  WeightInput }
input OrderCreateLineItemPropertyInput { name: String! value: String! }
input OrderCreateOptionsInput { inventoryBehaviour: OrderCreateInputsInventoryBehavior = BYPASS sendFulfillmentReceipt:
  Boolean = false sendReceipt: Boolean = false }
input OrderCreateOrderInput { billingAddress: MailingAddressInput buyerAcceptsMarketing: Boolean = null closedAt: DateTime
  companyLocationId: ID currency: CurrencyCode customAttributes: [OrderCreateCustomAttributeInput!] customer:
  OrderCreateCustomerInput customerId: ID discountCode: OrderCreateDiscountCodeInput email: String financialStatus:
  OrderCreateFinancialStatus fulfillment: OrderCreateFulfillmentInput fulfillmentStatus: OrderCreateFulfillmentStatus
  lineItems: [OrderCreateLineItemInput!] metafields: [MetafieldInput!] name: String note: String phone: String poNumber: String
  presentmentCurrency: CurrencyCode processedAt: DateTime shippingAddress: MailingAddressInput shippingLines:
  [OrderCreateShippingLineInput!] sourceIdentifier: String sourceName: String sourceUrl: URL tags: [String!] taxLines:
  [OrderCreateTaxLineInput!] taxesIncluded: Boolean = false test: Boolean = false transactions:
  [OrderCreateOrderTransactionInput!] }
input OrderCreateOrderTransactionInput { amountSet: MoneyBagInput! authorizationCode: String gateway: String kind:
  OrderTransactionKind = SALE processedAt: DateTime receiptJson: JSON status: OrderTransactionStatus = SUCCESS test: Boolean =
  false }
input OrderCreatePercentageDiscountCodeAttributesInput { code: String! percentage: Float }
input OrderCreateShippingLineInput { code: String priceSet: MoneyBagInput! source: String taxLines:
  [OrderCreateTaxLineInput!] title: String! }
input OrderCreateTaxLineInput { channelLiable: Boolean = false priceSet: MoneyBagInput rate: Decimal! title: String! }
input OrderCreateUpsertCustomerAttributesInput { addresses: [OrderCreateCustomerAddressInput!] email: String id: ID note:
  String tags: [String!] taxExempt: Boolean firstName: String lastName: String phone: String }
input OrderIdentifierInput @oneOf { id: ID customId: UniqueMetafieldValueInput }
input OrderInput { id: ID! customAttributes: [AttributeInput!] email: String metafields: [MetafieldInput!] note: String
  phone: String poNumber: String shippingAddress: MailingAddressInput tags: [String!] }
input OrderMarkAsPaidInput { id: ID! }
input OrderOpenInput { id: ID! }
input OrderTransactionInput { amount: Money! gateway: String! kind: OrderTransactionKind! orderId: ID! parentId: ID }
input ProductCreateInput { title: String handle: String descriptionHtml: String productType: String vendor: String status:
  ProductStatus tags: [String!] collectionsToJoin: [ID!] metafields: [MetafieldInput!] productOptions: [OptionCreateInput!]
  giftCard: Boolean seo: SEOInput templateSuffix: String }
input ProductDeleteInput { id: ID! }
input ProductIdentifierInput @oneOf { id: ID handle: String customId: UniqueMetafieldValueInput }
input ProductSetIdentifiers @oneOf { customId: UniqueMetafieldValueInput handle: String id: ID }
input ProductSetInput { id: ID title: String handle: String descriptionHtml: String productType: String vendor: String
  status: ProductStatus tags: [String!] collections: [ID!] metafields: [MetafieldInput!] productOptions: [OptionSetInput!]
  variants: [ProductVariantSetInput!] files: [FileSetInput!] giftCard: Boolean redirectNewHandle: Boolean seo: SEOInput
  templateSuffix: String }
input ProductSetInventoryInput { locationId: ID! name: String! quantity: Int! }
input ProductUpdateInput { id: ID title: String handle: String descriptionHtml: String productType: String vendor: String
  status: ProductStatus tags: [String!] collectionsToJoin: [ID!] collectionsToLeave: [ID!] metafields: [MetafieldInput!]
  redirectNewHandle: Boolean seo: SEOInput templateSuffix: String }
input ProductVariantAppendMediaInput { mediaIds: [ID!]! variantId: ID! }
input ProductVariantIdentifierInput @oneOf { id: ID customId: UniqueMetafieldValueInput }
input ProductVariantSetInput { id: ID optionValues: [VariantOptionValueInput!]! sku: String barcode: String price: Money
  compareAtPrice: Money taxable: Boolean inventoryPolicy: ProductVariantInventoryPolicy inventoryItem: InventoryItemInput
  inventoryQuantities: [ProductSetInventoryInput!] metafields: [MetafieldInput!] position: Int file: FileSetInput }
input ProductVariantsBulkInput { id: ID optionValues: [VariantOptionValueInput!] barcode: String price: Money compareAtPrice:
  Money taxable: Boolean inventoryPolicy: ProductVariantInventoryPolicy inventoryItem: InventoryItemInput inventoryQuantities:
  [InventoryLevelInput!] metafields: [MetafieldInput!] mediaId: ID mediaSrc: [String!] }
input PublicationInput { publicationId: ID publishDate: DateTime }
input RefundInput { allowOverRefunding: Boolean = false currency: CurrencyCode discrepancyReason:
  OrderAdjustmentInputDiscrepancyReason note: String notify: Boolean orderId: ID! processedAt: DateTime refundLineItems:
  [RefundLineItemInput!] shipping: ShippingRefundInput transactions: [OrderTransactionInput!] }
input RefundLineItemInput { lineItemId: ID! locationId: ID quantity: Int! restockType: RefundLineItemRestockType }
input SEOInput { title: String description: String }
input ShippingRefundInput { amount: Money fullRefund: Boolean }
input UniqueMetafieldValueInput { namespace: String key: String! value: String! }
input VariantOptionValueInput { id: ID name: String optionId: ID optionName: String }
input WebhookSubscriptionInput { callbackUrl: URL format: WebhookSubscriptionFormat includeFields: [String!] name: String
  uri: String }
input WeightInput { unit: WeightUnit! value: Float! }
interface DiscountApplication { allocationMethod: DiscountApplicationAllocationMethod! index: Int! targetSelection:
  DiscountApplicationTargetSelection! targetType: DiscountApplicationTargetType! value: PricingValue! }
interface DisplayableError { field: [String!] message: String! }
interface Media { id: ID! alt: String mediaContentType: MediaContentType! status: MediaStatus! mediaErrors: [MediaError!]!
  preview: MediaPreviewImage }
interface Node { id: ID! }
interface ProductOperation { product: Product status: ProductOperationStatus! }
interface Publishable { publishedOnPublication(publicationId: ID!): Boolean! }
scalar DateTime
scalar Decimal
scalar HTML
scalar JSON
scalar Money
scalar URL
scalar UnsignedInt64
type AccessScope { handle: String! description: String! }
type AdditionalFee implements Node { id: ID! name: String! price: MoneyBag! taxLines: [TaxLine!]! }
type AppInstallation implements Node { id: ID! accessScopes: [AccessScope!]! }
type Attribute { key: String! value: String }
type AutomaticDiscountApplication implements DiscountApplication { allocationMethod: DiscountApplicationAllocationMethod!
  index: Int! targetSelection: DiscountApplicationTargetSelection! targetType: DiscountApplicationTargetType! value:
  PricingValue! title: String! }
type BusinessCustomerUserError implements DisplayableError { code: BusinessCustomerErrorCode field: [String!] message:
  String! }
type CashRoundingAdjustment { paymentSet: MoneyBag! refundSet: MoneyBag! }
type Collection implements Node & Publishable { id: ID! legacyResourceId: UnsignedInt64! title: String! handle: String!
  description(truncateAt: Int): String! descriptionHtml: HTML! updatedAt: DateTime! sortOrder: CollectionSortOrder!
  products(after: String before: String first: Int last: Int reverse: Boolean = false sortKey: ProductCollectionSortKeys =
  COLLECTION_DEFAULT): ProductConnection! productsCount: Count hasProduct(id: ID!): Boolean!
  publishedOnPublication(publicationId: ID!): Boolean! seo: SEO! ruleSet: CollectionRuleSet metafield(key: String! namespace:
  String): Metafield metafields(after: String before: String first: Int keys: [String!] last: Int namespace: String reverse:
  Boolean = false): MetafieldConnection! }
type CollectionConnection { edges: [CollectionEdge!]! nodes: [Collection!]! pageInfo: PageInfo! }
type CollectionCreatePayload { collection: Collection userErrors: [UserError!]! }
type CollectionDeletePayload { deletedCollectionId: ID shop: Shop! userErrors: [UserError!]! }
type CollectionEdge { cursor: String! node: Collection! }
type CollectionRuleSet { appliedDisjunctively: Boolean! }
type CollectionUpdatePayload { collection: Collection job: Job userErrors: [UserError!]! }
type Company implements Node { id: ID! name: String! externalId: String note: String createdAt: DateTime! updatedAt:
  DateTime! contacts(after: String before: String first: Int last: Int query: String reverse: Boolean = false sortKey:
  CompanyContactSortKeys = ID): CompanyContactConnection! contactsCount: Count locations(after: String before: String first:
  Int last: Int query: String reverse: Boolean = false sortKey: CompanyLocationSortKeys = ID): CompanyLocationConnection!
  mainContact: CompanyContact customerSince: DateTime! }
type CompanyAddress implements Node { id: ID! companyName: String! recipient: String firstName: String lastName: String
  address1: String! address2: String city: String country: String countryCode: CountryCode! phone: String zip: String zoneCode:
  String }
type CompanyConnection { edges: [CompanyEdge!]! nodes: [Company!]! pageInfo: PageInfo! }
type CompanyContact implements Node { id: ID! company: Company! customer: Customer! isMainContact: Boolean! title: String
  locale: String createdAt: DateTime! updatedAt: DateTime! }
type CompanyContactConnection { edges: [CompanyContactEdge!]! nodes: [CompanyContact!]! pageInfo: PageInfo! }
type CompanyContactEdge { cursor: String! node: CompanyContact! }
type CompanyCreatePayload { company: Company userErrors: [BusinessCustomerUserError!]! }
type CompanyEdge { cursor: String! node: Company! }
type CompanyLocation implements Node { id: ID! name: String! externalId: String company: Company! billingAddress:
  CompanyAddress shippingAddress: CompanyAddress phone: String note: String locale: String taxSettings:
  CompanyLocationTaxSettings! createdAt: DateTime! updatedAt: DateTime! }
type CompanyLocationConnection { edges: [CompanyLocationEdge!]! nodes: [CompanyLocation!]! pageInfo: PageInfo! }
type CompanyLocationEdge { cursor: String! node: CompanyLocation! }
type CompanyLocationTaxSettings { taxExempt: Boolean! taxExemptions: [TaxExemption!]! taxRegistrationId: String }
type Count { count: Int! precision: CountPrecision! }
type Customer implements Node { id: ID! legacyResourceId: UnsignedInt64! displayName: String! firstName: String lastName:
  String email: String phone: String defaultEmailAddress: CustomerEmailAddress defaultPhoneNumber: CustomerPhoneNumber
  defaultAddress: MailingAddress addressesV2(after: String before: String first: Int last: Int reverse: Boolean = false):
  MailingAddressConnection! addresses(first: Int): [MailingAddress!]! numberOfOrders: UnsignedInt64! amountSpent: MoneyV2!
  note: String tags: [String!]! taxExempt: Boolean! taxExemptions: [TaxExemption!]! state: CustomerState! verifiedEmail:
  Boolean! locale: String! createdAt: DateTime! updatedAt: DateTime! canDelete: Boolean! companyContactProfiles:
  [CompanyContact!]! orders(after: String before: String first: Int last: Int query: String reverse: Boolean = false sortKey:
  OrderSortKeys = ID): OrderConnection! metafield(key: String! namespace: String): Metafield metafields(after: String before:
  String first: Int keys: [String!] last: Int namespace: String reverse: Boolean = false): MetafieldConnection! }
type CustomerAddressCreatePayload { address: MailingAddress userErrors: [UserError!]! }
type CustomerAddressUpdatePayload { address: MailingAddress userErrors: [UserError!]! }
type CustomerConnection { edges: [CustomerEdge!]! nodes: [Customer!]! pageInfo: PageInfo! }
type CustomerCreatePayload { customer: Customer userErrors: [UserError!]! }
type CustomerDeletePayload { deletedCustomerId: ID shop: Shop! userErrors: [UserError!]! }
type CustomerEdge { cursor: String! node: Customer! }
type CustomerEmailAddress { emailAddress: String! marketingState: CustomerEmailAddressMarketingState! validFormat: Boolean! }
type CustomerPhoneNumber { phoneNumber: String! }
type CustomerSetPayload { customer: Customer userErrors: [CustomerSetUserError!]! }
type CustomerSetUserError implements DisplayableError { code: CustomerSetUserErrorCode field: [String!] message: String! }
type CustomerUpdateDefaultAddressPayload { customer: Customer userErrors: [UserError!]! }
type CustomerUpdatePayload { customer: Customer userErrors: [UserError!]! }
type DiscountAllocation { allocatedAmountSet: MoneyBag! discountApplication: DiscountApplication! }
type DiscountApplicationConnection { edges: [DiscountApplicationEdge!]! nodes: [DiscountApplication!]! pageInfo: PageInfo! }
type DiscountApplicationEdge { cursor: String! node: DiscountApplication! }
type DiscountCodeApplication implements DiscountApplication { allocationMethod: DiscountApplicationAllocationMethod! index:
  Int! targetSelection: DiscountApplicationTargetSelection! targetType: DiscountApplicationTargetType! value: PricingValue!
  code: String! }
type Duty implements Node { id: ID! countryCodeOfOrigin: CountryCode harmonizedSystemCode: String price: MoneyBag! taxLines:
  [TaxLine!]! }
type Fulfillment implements Node { id: ID! legacyResourceId: UnsignedInt64! name: String! createdAt: DateTime! updatedAt:
  DateTime! status: FulfillmentStatus! displayStatus: FulfillmentDisplayStatus totalQuantity: Int! trackingInfo(first: Int):
  [FulfillmentTrackingInfo!]! requiresShipping: Boolean! location: Location fulfillmentLineItems(after: String before: String
  first: Int last: Int reverse: Boolean = false): FulfillmentLineItemConnection! }
type FulfillmentCancelPayload { fulfillment: Fulfillment userErrors: [UserError!]! }
type FulfillmentCreatePayload { fulfillment: Fulfillment userErrors: [UserError!]! }
type FulfillmentLineItem implements Node { id: ID! lineItem: LineItem! quantity: Int }
type FulfillmentLineItemConnection { edges: [FulfillmentLineItemEdge!]! nodes: [FulfillmentLineItem!]! pageInfo: PageInfo! }
type FulfillmentLineItemEdge { cursor: String! node: FulfillmentLineItem! }
type FulfillmentOrder implements Node { id: ID! status: FulfillmentOrderStatus! requestStatus: FulfillmentOrderRequestStatus!
  createdAt: DateTime! updatedAt: DateTime! orderId: ID! orderName: String! assignedLocation: FulfillmentOrderAssignedLocation!
  lineItems(after: String before: String first: Int last: Int reverse: Boolean = false): FulfillmentOrderLineItemConnection!
  supportedActions: [FulfillmentOrderSupportedAction!]! }
type FulfillmentOrderAssignedLocation { name: String! address1: String city: String zip: String countryCode: CountryCode!
  location: Location }
type FulfillmentOrderConnection { edges: [FulfillmentOrderEdge!]! nodes: [FulfillmentOrder!]! pageInfo: PageInfo! }
type FulfillmentOrderEdge { cursor: String! node: FulfillmentOrder! }
type FulfillmentOrderLineItem implements Node { id: ID! remainingQuantity: Int! totalQuantity: Int! lineItem: LineItem! sku:
  String productTitle: String! requiresShipping: Boolean! }
type FulfillmentOrderLineItemConnection { edges: [FulfillmentOrderLineItemEdge!]! nodes: [FulfillmentOrderLineItem!]!
  pageInfo: PageInfo! }
type FulfillmentOrderLineItemEdge { cursor: String! node: FulfillmentOrderLineItem! }
type FulfillmentOrderSupportedAction { action: FulfillmentOrderAction! }
type FulfillmentTrackingInfo { company: String number: String url: URL }
type FulfillmentTrackingInfoUpdatePayload { fulfillment: Fulfillment userErrors: [UserError!]! }
type Image { id: ID altText: String height: Int width: Int url: URL! }
type InventoryActivatePayload { inventoryLevel: InventoryLevel userErrors: [UserError!]! }
type InventoryAdjustQuantitiesPayload { inventoryAdjustmentGroup: InventoryAdjustmentGroup userErrors:
  [InventoryAdjustQuantitiesUserError!]! }
type InventoryAdjustQuantitiesUserError implements DisplayableError { code: InventoryAdjustQuantitiesUserErrorCode field:
  [String!] message: String! }
type InventoryAdjustmentGroup implements Node { id: ID! createdAt: DateTime! reason: String! referenceDocumentUri: String
  changes(inventoryItemIds: [ID!] locationIds: [ID!] quantityNames: [String!]): [InventoryChange!]! }
type InventoryChange { name: String! delta: Int! quantityAfterChange: Int item: InventoryItem location: Location }
type InventoryItem implements Node { id: ID! legacyResourceId: UnsignedInt64! sku: String tracked: Boolean! requiresShipping:
  Boolean! unitCost: MoneyV2 measurement: InventoryItemMeasurement! countryCodeOfOrigin: CountryCode harmonizedSystemCode:
  String duplicateSkuCount: Int! inventoryLevel(includeInactive: Boolean = false locationId: ID!): InventoryLevel
  inventoryLevels(after: String before: String first: Int includeInactive: Boolean = false last: Int query: String reverse:
  Boolean = false): InventoryLevelConnection! variant: ProductVariant! createdAt: DateTime! updatedAt: DateTime! }
type InventoryItemConnection { edges: [InventoryItemEdge!]! nodes: [InventoryItem!]! pageInfo: PageInfo! }
type InventoryItemEdge { cursor: String! node: InventoryItem! }
type InventoryItemMeasurement implements Node { id: ID! weight: Weight }
type InventoryItemUpdatePayload { inventoryItem: InventoryItem userErrors: [UserError!]! }
type InventoryLevel implements Node { id: ID! isActive: Boolean! item: InventoryItem! location: Location! quantities(names:
  [String!]!): [InventoryQuantity!]! createdAt: DateTime! updatedAt: DateTime! }
type InventoryLevelConnection { edges: [InventoryLevelEdge!]! nodes: [InventoryLevel!]! pageInfo: PageInfo! }
type InventoryLevelEdge { cursor: String! node: InventoryLevel! }
type InventoryQuantity implements Node { id: ID! name: String! quantity: Int! updatedAt: DateTime }
type InventorySetQuantitiesPayload { inventoryAdjustmentGroup: InventoryAdjustmentGroup userErrors:
  [InventorySetQuantitiesUserError!]! }
type InventorySetQuantitiesUserError implements DisplayableError { code: InventorySetQuantitiesUserErrorCode field: [String!]
  message: String! }
type Job { id: ID! done: Boolean! }
type LineItem implements Node { id: ID! name: String! title: String! variantTitle: String sku: String vendor: String
  quantity: Int! currentQuantity: Int! refundableQuantity: Int! unfulfilledQuantity: Int! nonFulfillableQuantity: Int!
  originalUnitPriceSet: MoneyBag! originalTotalSet: MoneyBag! discountedUnitPriceSet: MoneyBag!
  discountedTotalSet(withCodeDiscounts: Boolean = false): MoneyBag! discountedUnitPriceAfterAllDiscountsSet: MoneyBag!
  totalDiscountSet: MoneyBag! priceAfterAllDiscountsBeforeTaxesSet: MoneyBag! discountAllocations: [DiscountAllocation!]!
  taxLines(first: Int): [TaxLine!]! duties: [Duty!]! taxable: Boolean! requiresShipping: Boolean! isGiftCard: Boolean!
  restockable: Boolean! merchantEditable: Boolean! customAttributes: [Attribute!]! variant: ProductVariant product: Product }
type LineItemConnection { edges: [LineItemEdge!]! nodes: [LineItem!]! pageInfo: PageInfo! }
type LineItemEdge { cursor: String! node: LineItem! }
type Location implements Node { id: ID! legacyResourceId: UnsignedInt64! name: String! isActive: Boolean! isPrimary: Boolean!
  fulfillsOnlineOrders: Boolean! isFulfillmentService: Boolean! shipsInventory: Boolean! address: LocationAddress!
  inventoryLevel(includeInactive: Boolean = false inventoryItemId: ID!): InventoryLevel inventoryLevels(after: String before:
  String first: Int includeInactive: Boolean = false last: Int query: String reverse: Boolean = false):
  InventoryLevelConnection! createdAt: DateTime! updatedAt: DateTime! }
type LocationAddress { address1: String city: String zip: String countryCode: String country: String formatted: [String!]! }
type LocationConnection { edges: [LocationEdge!]! nodes: [Location!]! pageInfo: PageInfo! }
type LocationEdge { cursor: String! node: Location! }
type MailingAddress implements Node { address1: String address2: String city: String company: String country: String
  countryCodeV2: CountryCode firstName: String formatted(withCompany: Boolean = true withName: Boolean = false): [String!]! id:
  ID! lastName: String latitude: Float longitude: Float name: String phone: String province: String provinceCode: String zip:
  String }
type MailingAddressConnection { edges: [MailingAddressEdge!]! nodes: [MailingAddress!]! pageInfo: PageInfo! }
type MailingAddressEdge { cursor: String! node: MailingAddress! }
type ManualDiscountApplication implements DiscountApplication { allocationMethod: DiscountApplicationAllocationMethod! index:
  Int! targetSelection: DiscountApplicationTargetSelection! targetType: DiscountApplicationTargetType! value: PricingValue!
  title: String! description: String }
type MediaConnection { edges: [MediaEdge!]! nodes: [Media!]! pageInfo: PageInfo! }
type MediaEdge { cursor: String! node: Media! }
type MediaError { code: MediaErrorCode! details: String message: String! }
type MediaImage implements Media & Node { id: ID! alt: String mediaContentType: MediaContentType! status: MediaStatus!
  fileStatus: FileStatus! mediaErrors: [MediaError!]! preview: MediaPreviewImage image: Image mimeType: String originalSource:
  MediaImageOriginalSource createdAt: DateTime! updatedAt: DateTime! }
type MediaImageOriginalSource { fileSize: Int url: URL }
type MediaPreviewImage { image: Image status: MediaPreviewImageStatus! }
type MediaUserError implements DisplayableError { code: MediaUserErrorCode field: [String!] message: String! }
type Metafield implements Node { id: ID! namespace: String! key: String! type: String! value: String! jsonValue: JSON!
  compareDigest: String! createdAt: DateTime! updatedAt: DateTime! ownerType: MetafieldOwnerType! }
type MetafieldCapabilities { uniqueValues: MetafieldCapabilityUniqueValues! }
type MetafieldCapabilityUniqueValues { enabled: Boolean! eligible: Boolean! }
type MetafieldConnection { edges: [MetafieldEdge!]! nodes: [Metafield!]! pageInfo: PageInfo! }
type MetafieldDefinition implements Node { id: ID! name: String! namespace: String! key: String! ownerType:
  MetafieldOwnerType! type: MetafieldDefinitionType! capabilities: MetafieldCapabilities! }
type MetafieldDefinitionConnection { edges: [MetafieldDefinitionEdge!]! nodes: [MetafieldDefinition!]! pageInfo: PageInfo! }
type MetafieldDefinitionCreatePayload { createdDefinition: MetafieldDefinition userErrors:
  [MetafieldDefinitionCreateUserError!]! }
type MetafieldDefinitionCreateUserError implements DisplayableError { code: MetafieldDefinitionCreateUserErrorCode
  elementIndex: Int elementKey: String field: [String!] message: String! }
type MetafieldDefinitionEdge { cursor: String! node: MetafieldDefinition! }
type MetafieldDefinitionType { name: String! category: String! }
type MetafieldEdge { cursor: String! node: Metafield! }
type MetafieldIdentifier { ownerId: ID! namespace: String! key: String! }
type MetafieldsDeletePayload { deletedMetafields: [MetafieldIdentifier] userErrors: [UserError!]! }
type MetafieldsSetPayload { metafields: [Metafield!] userErrors: [MetafieldsSetUserError!]! }
type MetafieldsSetUserError implements DisplayableError { code: MetafieldsSetUserErrorCode elementIndex: Int field: [String!]
  message: String! }
type MoneyBag { shopMoney: MoneyV2! presentmentMoney: MoneyV2! }
type MoneyV2 { amount: Decimal! currencyCode: CurrencyCode! }
type Mutation { orderCreate(options: OrderCreateOptionsInput order: OrderCreateOrderInput!): OrderCreatePayload
  orderUpdate(input: OrderInput!): OrderUpdatePayload orderMarkAsPaid(input: OrderMarkAsPaidInput!): OrderMarkAsPaidPayload
  orderClose(input: OrderCloseInput!): OrderClosePayload orderOpen(input: OrderOpenInput!): OrderOpenPayload
  orderCancel(notifyCustomer: Boolean = false orderId: ID! reason: OrderCancelReason! refund: Boolean refundMethod:
  OrderCancelRefundMethodInput restock: Boolean! staffNote: String = null): OrderCancelPayload refundCreate(input:
  RefundInput!): RefundCreatePayload fulfillmentCreate(fulfillment: FulfillmentInput! message: String):
  FulfillmentCreatePayload fulfillmentTrackingInfoUpdate(fulfillmentId: ID! notifyCustomer: Boolean trackingInfoInput:
  FulfillmentTrackingInput!): FulfillmentTrackingInfoUpdatePayload fulfillmentCancel(id: ID!): FulfillmentCancelPayload
  tagsAdd(id: ID! tags: [String!]!): TagsAddPayload tagsRemove(id: ID! tags: [String!]!): TagsRemovePayload
  metafieldsSet(metafields: [MetafieldsSetInput!]!): MetafieldsSetPayload metafieldsDelete(metafields:
  [MetafieldIdentifierInput!]!): MetafieldsDeletePayload metafieldDefinitionCreate(definition: MetafieldDefinitionInput!):
  MetafieldDefinitionCreatePayload customerCreate(input: CustomerInput!): CustomerCreatePayload customerUpdate(input:
  CustomerInput!): CustomerUpdatePayload customerSet(identifier: CustomerSetIdentifiers input: CustomerSetInput!):
  CustomerSetPayload customerDelete(input: CustomerDeleteInput!): CustomerDeletePayload customerAddressCreate(address:
  MailingAddressInput! customerId: ID! setAsDefault: Boolean): CustomerAddressCreatePayload customerAddressUpdate(address:
  MailingAddressInput! addressId: ID! customerId: ID! setAsDefault: Boolean): CustomerAddressUpdatePayload
  customerUpdateDefaultAddress(addressId: ID! customerId: ID!): CustomerUpdateDefaultAddressPayload companyCreate(input:
  CompanyCreateInput!): CompanyCreatePayload productSet(identifier: ProductSetIdentifiers input: ProductSetInput! synchronous:
  Boolean = true): ProductSetPayload productCreate(media: [CreateMediaInput!] product: ProductCreateInput):
  ProductCreatePayload productUpdate(media: [CreateMediaInput!] product: ProductUpdateInput): ProductUpdatePayload
  productDelete(input: ProductDeleteInput! synchronous: Boolean = true): ProductDeletePayload productVariantsBulkCreate(media:
  [CreateMediaInput!] productId: ID! strategy: ProductVariantsBulkCreateStrategy = DEFAULT variants:
  [ProductVariantsBulkInput!]!): ProductVariantsBulkCreatePayload productVariantsBulkUpdate(allowPartialUpdates: Boolean =
  false media: [CreateMediaInput!] productId: ID! variants: [ProductVariantsBulkInput!]!): ProductVariantsBulkUpdatePayload
  productVariantsBulkDelete(productId: ID! variantsIds: [ID!]!): ProductVariantsBulkDeletePayload productOptionsCreate(options:
  [OptionCreateInput!]! productId: ID! variantStrategy: ProductOptionCreateVariantStrategy = LEAVE_AS_IS):
  ProductOptionsCreatePayload productOptionUpdate(option: OptionUpdateInput! optionValuesToAdd: [OptionValueCreateInput!]
  optionValuesToDelete: [ID!] optionValuesToUpdate: [OptionValueUpdateInput!] productId: ID! variantStrategy:
  ProductOptionUpdateVariantStrategy): ProductOptionUpdatePayload productVariantAppendMedia(productId: ID! variantMedia:
  [ProductVariantAppendMediaInput!]!): ProductVariantAppendMediaPayload collectionCreate(collection: CollectionCreateInput
  input: CollectionInput): CollectionCreatePayload collectionUpdate(collection: CollectionUpdateInput input: CollectionInput):
  CollectionUpdatePayload collectionDelete(input: CollectionDeleteInput!): CollectionDeletePayload publishablePublish(id: ID!
  input: [PublicationInput!]!): PublishablePublishPayload publishableUnpublish(id: ID! input: [PublicationInput!]!):
  PublishableUnpublishPayload inventorySetQuantities(input: InventorySetQuantitiesInput!): InventorySetQuantitiesPayload
  inventoryAdjustQuantities(input: InventoryAdjustQuantitiesInput!): InventoryAdjustQuantitiesPayload
  inventoryActivate(available: Int inventoryItemId: ID! locationId: ID! onHand: Int stockAtLegacyLocation: Boolean = false):
  InventoryActivatePayload inventoryItemUpdate(id: ID! input: InventoryItemInput!): InventoryItemUpdatePayload
  webhookSubscriptionCreate(topic: WebhookSubscriptionTopic! webhookSubscription: WebhookSubscriptionInput!):
  WebhookSubscriptionCreatePayload webhookSubscriptionUpdate(id: ID! webhookSubscription: WebhookSubscriptionInput!):
  WebhookSubscriptionUpdatePayload webhookSubscriptionDelete(id: ID!): WebhookSubscriptionDeletePayload }
type Order implements Node { id: ID! legacyResourceId: UnsignedInt64! name: String! number: Int! confirmationNumber: String
  createdAt: DateTime! processedAt: DateTime! updatedAt: DateTime! cancelledAt: DateTime cancelReason: OrderCancelReason
  closedAt: DateTime closed: Boolean! test: Boolean! confirmed: Boolean! currencyCode: CurrencyCode! presentmentCurrencyCode:
  CurrencyCode! taxesIncluded: Boolean! taxExempt: Boolean! estimatedTaxes: Boolean! dutiesIncluded: Boolean!
  displayFinancialStatus: OrderDisplayFinancialStatus displayFulfillmentStatus: OrderDisplayFulfillmentStatus! returnStatus:
  OrderReturnStatus! subtotalPriceSet: MoneyBag totalPriceSet: MoneyBag! totalTaxSet: MoneyBag totalDiscountsSet: MoneyBag
  totalShippingPriceSet: MoneyBag! originalTotalPriceSet: MoneyBag! currentSubtotalPriceSet: MoneyBag! currentTotalPriceSet:
  MoneyBag! currentTotalTaxSet: MoneyBag! currentTotalDiscountsSet: MoneyBag! currentShippingPriceSet: MoneyBag!
  totalReceivedSet: MoneyBag! totalRefundedSet: MoneyBag! totalRefundedShippingSet: MoneyBag! netPaymentSet: MoneyBag!
  totalOutstandingSet: MoneyBag! totalCapturableSet: MoneyBag! totalTipReceivedSet: MoneyBag! totalCashRoundingAdjustment:
  CashRoundingAdjustment! additionalFees: [AdditionalFee!]! currentTotalDutiesSet: MoneyBag originalTotalDutiesSet: MoneyBag
  currentTotalAdditionalFeesSet: MoneyBag originalTotalAdditionalFeesSet: MoneyBag taxLines: [TaxLine!]! currentTaxLines:
  [TaxLine!]! email: String phone: String note: String poNumber: String tags: [String!]! customAttributes: [Attribute!]!
  customer: Customer customerLocale: String purchasingEntity: PurchasingEntity billingAddress: MailingAddress shippingAddress:
  MailingAddress lineItems(after: String before: String first: Int last: Int reverse: Boolean = false): LineItemConnection!
  shippingLine: ShippingLine shippingLines(after: String before: String first: Int includeRemovals: Boolean = false last: Int
  reverse: Boolean = false): ShippingLineConnection! transactions(capturable: Boolean first: Int manuallyResolvable: Boolean):
  [OrderTransaction!]! refunds(first: Int): [Refund!]! fulfillments(first: Int query: String): [Fulfillment!]!
  fulfillmentOrders(after: String before: String displayable: Boolean = false first: Int last: Int query: String reverse:
  Boolean = false): FulfillmentOrderConnection! discountApplications(after: String before: String first: Int last: Int reverse:
  Boolean = false): DiscountApplicationConnection! discountCode: String discountCodes: [String!]! metafield(key: String!
  namespace: String): Metafield metafields(after: String before: String first: Int keys: [String!] last: Int namespace: String
  reverse: Boolean = false): MetafieldConnection! paymentGatewayNames: [String!]! sourceName: String sourceIdentifier: String
  fullyPaid: Boolean! unpaid: Boolean! edited: Boolean! refundable: Boolean! requiresShipping: Boolean!
  subtotalLineItemsQuantity: Int! currentSubtotalLineItemsQuantity: Int! totalWeight: UnsignedInt64 }
type OrderAdjustment implements Node { id: ID! amountSet: MoneyBag! taxAmountSet: MoneyBag! reason:
  OrderAdjustmentDiscrepancyReason }
type OrderAdjustmentConnection { edges: [OrderAdjustmentEdge!]! nodes: [OrderAdjustment!]! pageInfo: PageInfo! }
type OrderAdjustmentEdge { cursor: String! node: OrderAdjustment! }
type OrderCancelPayload { job: Job orderCancelUserErrors: [OrderCancelUserError!]! userErrors: [UserError!]! }
type OrderCancelUserError implements DisplayableError { code: OrderCancelUserErrorCode field: [String!] message: String! }
type OrderClosePayload { order: Order userErrors: [UserError!]! }
type OrderConnection { edges: [OrderEdge!]! nodes: [Order!]! pageInfo: PageInfo! }
type OrderCreatePayload { order: Order userErrors: [OrderCreateUserError!]! }
type OrderCreateUserError implements DisplayableError { code: OrderCreateUserErrorCode field: [String!] message: String! }
type OrderEdge { cursor: String! node: Order! }
type OrderMarkAsPaidPayload { order: Order userErrors: [UserError!]! }
type OrderOpenPayload { order: Order userErrors: [UserError!]! }
type OrderTransaction implements Node { id: ID! kind: OrderTransactionKind! status: OrderTransactionStatus! gateway: String
  formattedGateway: String amountSet: MoneyBag! createdAt: DateTime! processedAt: DateTime authorizationCode: String paymentId:
  String errorCode: OrderTransactionErrorCode test: Boolean! manualPaymentGateway: Boolean! parentTransaction: OrderTransaction
  }
type OrderTransactionConnection { edges: [OrderTransactionEdge!]! nodes: [OrderTransaction!]! pageInfo: PageInfo! }
type OrderTransactionEdge { cursor: String! node: OrderTransaction! }
type OrderUpdatePayload { order: Order userErrors: [UserError!]! }
type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
type PricingPercentageValue { percentage: Float! }
type Product implements Node & Publishable { id: ID! legacyResourceId: UnsignedInt64! title: String! handle: String!
  descriptionHtml: HTML! description(truncateAt: Int): String! vendor: String! productType: String! status: ProductStatus!
  tags: [String!]! createdAt: DateTime! updatedAt: DateTime! publishedAt: DateTime totalInventory: Int! tracksInventory:
  Boolean! hasOnlyDefaultVariant: Boolean! hasOutOfStockVariants: Boolean! isGiftCard: Boolean! options(first: Int):
  [ProductOption!]! variants(after: String before: String first: Int last: Int reverse: Boolean = false sortKey:
  ProductVariantSortKeys = POSITION): ProductVariantConnection! variantsCount: Count media(after: String before: String first:
  Int last: Int query: String reverse: Boolean = false sortKey: ProductMediaSortKeys = POSITION): MediaConnection! mediaCount:
  Count featuredMedia: Media collections(after: String before: String first: Int last: Int query: String reverse: Boolean =
  false sortKey: CollectionSortKeys = ID): CollectionConnection! inCollection(id: ID!): Boolean!
  publishedOnPublication(publicationId: ID!): Boolean! seo: SEO! templateSuffix: String requiresSellingPlan: Boolean!
  metafield(key: String! namespace: String): Metafield metafields(after: String before: String first: Int keys: [String!] last:
  Int namespace: String reverse: Boolean = false): MetafieldConnection! }
type ProductConnection { edges: [ProductEdge!]! nodes: [Product!]! pageInfo: PageInfo! }
type ProductCreatePayload { product: Product shop: Shop! userErrors: [UserError!]! }
type ProductDeletePayload { deletedProductId: ID shop: Shop! userErrors: [UserError!]! }
type ProductEdge { cursor: String! node: Product! }
type ProductOption implements Node { id: ID! name: String! position: Int! values: [String!]! optionValues:
  [ProductOptionValue!]! }
type ProductOptionUpdatePayload { product: Product userErrors: [ProductOptionUpdateUserError!]! }
type ProductOptionUpdateUserError implements DisplayableError { code: ProductOptionUpdateUserErrorCode field: [String!]
  message: String! }
type ProductOptionValue implements Node { id: ID! name: String! hasVariants: Boolean! }
type ProductOptionsCreatePayload { product: Product userErrors: [ProductOptionsCreateUserError!]! }
type ProductOptionsCreateUserError implements DisplayableError { code: ProductOptionsCreateUserErrorCode field: [String!]
  message: String! }
type ProductSetOperation implements Node & ProductOperation { id: ID! product: Product status: ProductOperationStatus!
  userErrors: [ProductSetUserError!]! }
type ProductSetPayload { product: Product productSetOperation: ProductSetOperation userErrors: [ProductSetUserError!]! }
type ProductSetUserError implements DisplayableError { code: ProductSetUserErrorCode field: [String!] message: String! }
type ProductUpdatePayload { product: Product userErrors: [UserError!]! }
type ProductVariant implements Node { id: ID! legacyResourceId: UnsignedInt64! title: String! displayName: String! sku:
  String barcode: String price: Money! compareAtPrice: Money taxable: Boolean! position: Int! inventoryQuantity: Int
  inventoryPolicy: ProductVariantInventoryPolicy! inventoryItem: InventoryItem! product: Product! selectedOptions:
  [SelectedOption!]! media(after: String before: String first: Int last: Int reverse: Boolean = false): MediaConnection!
  availableForSale: Boolean! createdAt: DateTime! updatedAt: DateTime! metafield(key: String! namespace: String): Metafield
  metafields(after: String before: String first: Int keys: [String!] last: Int namespace: String reverse: Boolean = false):
  MetafieldConnection! }
type ProductVariantAppendMediaPayload { product: Product productVariants: [ProductVariant!] userErrors: [MediaUserError!]! }
type ProductVariantConnection { edges: [ProductVariantEdge!]! nodes: [ProductVariant!]! pageInfo: PageInfo! }
type ProductVariantEdge { cursor: String! node: ProductVariant! }
type ProductVariantsBulkCreatePayload { product: Product productVariants: [ProductVariant!] userErrors:
  [ProductVariantsBulkCreateUserError!]! }
type ProductVariantsBulkCreateUserError implements DisplayableError { code: ProductVariantsBulkCreateUserErrorCode field:
  [String!] message: String! }
type ProductVariantsBulkDeletePayload { product: Product userErrors: [ProductVariantsBulkDeleteUserError!]! }
type ProductVariantsBulkDeleteUserError implements DisplayableError { code: ProductVariantsBulkDeleteUserErrorCode field:
  [String!] message: String! }
type ProductVariantsBulkUpdatePayload { product: Product productVariants: [ProductVariant!] userErrors:
  [ProductVariantsBulkUpdateUserError!]! }
type ProductVariantsBulkUpdateUserError implements DisplayableError { code: ProductVariantsBulkUpdateUserErrorCode field:
  [String!] message: String! }
type Publication implements Node { id: ID! name: String! autoPublish: Boolean! supportsFuturePublishing: Boolean! }
type PublicationConnection { edges: [PublicationEdge!]! nodes: [Publication!]! pageInfo: PageInfo! }
type PublicationEdge { cursor: String! node: Publication! }
type PublishablePublishPayload { publishable: Publishable shop: Shop! userErrors: [UserError!]! }
type PublishableUnpublishPayload { publishable: Publishable shop: Shop! userErrors: [UserError!]! }
type PurchasingCompany { company: Company! contact: CompanyContact location: CompanyLocation! }
type QueryRoot { shop: Shop! currentAppInstallation: AppInstallation! node(id: ID!): Node nodes(ids: [ID!]!): [Node]! job(id:
  ID!): Job orders(after: String before: String first: Int last: Int query: String reverse: Boolean = false savedSearchId: ID
  sortKey: OrderSortKeys = PROCESSED_AT): OrderConnection! ordersCount(limit: Int = 10000 query: String savedSearchId: ID):
  Count order(id: ID!): Order orderByIdentifier(identifier: OrderIdentifierInput!): Order fulfillmentOrder(id: ID!):
  FulfillmentOrder customers(after: String before: String first: Int last: Int query: String reverse: Boolean = false sortKey:
  CustomerSortKeys = ID): CustomerConnection! customersCount(limit: Int = 10000 query: String): Count customer(id: ID!):
  Customer customerByIdentifier(identifier: CustomerIdentifierInput!): Customer companies(after: String before: String first:
  Int last: Int query: String reverse: Boolean = false sortKey: CompanySortKeys = ID): CompanyConnection! company(id: ID!):
  Company products(after: String before: String first: Int last: Int query: String reverse: Boolean = false savedSearchId: ID
  sortKey: ProductSortKeys = ID): ProductConnection! productsCount(limit: Int = 10000 query: String savedSearchId: ID): Count
  product(id: ID!): Product productByIdentifier(identifier: ProductIdentifierInput!): Product productVariants(after: String
  before: String first: Int last: Int query: String reverse: Boolean = false savedSearchId: ID sortKey: ProductVariantSortKeys
  = ID): ProductVariantConnection! productVariant(id: ID!): ProductVariant productVariantByIdentifier(identifier:
  ProductVariantIdentifierInput!): ProductVariant productOperation(id: ID!): ProductOperation collections(after: String before:
  String first: Int last: Int query: String reverse: Boolean = false savedSearchId: ID sortKey: CollectionSortKeys = ID):
  CollectionConnection! collection(id: ID!): Collection collectionByIdentifier(identifier: CollectionIdentifierInput!):
  Collection inventoryItems(after: String before: String first: Int last: Int query: String reverse: Boolean = false):
  InventoryItemConnection! inventoryItem(id: ID!): InventoryItem inventoryLevel(id: ID!): InventoryLevel locations(after:
  String before: String first: Int includeInactive: Boolean = false includeLegacy: Boolean = false last: Int query: String
  reverse: Boolean = false sortKey: LocationSortKeys = NAME): LocationConnection! location(id: ID): Location
  publications(after: String before: String catalogType: CatalogType first: Int last: Int reverse: Boolean = false):
  PublicationConnection! webhookSubscriptions(after: String before: String callbackUrl: URL first: Int format:
  WebhookSubscriptionFormat last: Int query: String reverse: Boolean = false sortKey: WebhookSubscriptionSortKeys = CREATED_AT
  topics: [WebhookSubscriptionTopic!] uri: String): WebhookSubscriptionConnection! webhookSubscription(id: ID!):
  WebhookSubscription metafieldDefinitions(after: String before: String constraintStatus: MetafieldDefinitionConstraintStatus
  first: Int key: String last: Int namespace: String ownerType: MetafieldOwnerType! pinnedStatus:
  MetafieldDefinitionPinnedStatus = ANY query: String reverse: Boolean = false sortKey: MetafieldDefinitionSortKeys = ID):
  MetafieldDefinitionConnection! }
type Refund implements Node { id: ID! legacyResourceId: UnsignedInt64! createdAt: DateTime processedAt: DateTime! updatedAt:
  DateTime! note: String totalRefundedSet: MoneyBag! refundLineItems(after: String before: String first: Int last: Int reverse:
  Boolean = false): RefundLineItemConnection! refundShippingLines(after: String before: String first: Int last: Int reverse:
  Boolean = false): RefundShippingLineConnection! orderAdjustments(after: String before: String first: Int last: Int reverse:
  Boolean = false): OrderAdjustmentConnection! transactions(after: String before: String first: Int last: Int reverse: Boolean
  = false): OrderTransactionConnection! order: Order! duties: [RefundDuty!] }
type RefundCreatePayload { order: Order refund: Refund userErrors: [UserError!]! }
type RefundDuty { amountSet: MoneyBag! originalDuty: Duty }
type RefundLineItem { id: ID lineItem: LineItem! quantity: Int! priceSet: MoneyBag! subtotalSet: MoneyBag! totalTaxSet:
  MoneyBag! restockType: RefundLineItemRestockType! restocked: Boolean! }
type RefundLineItemConnection { edges: [RefundLineItemEdge!]! nodes: [RefundLineItem!]! pageInfo: PageInfo! }
type RefundLineItemEdge { cursor: String! node: RefundLineItem! }
type RefundShippingLine implements Node { id: ID! shippingLine: ShippingLine! subtotalAmountSet: MoneyBag! taxAmountSet:
  MoneyBag! }
type RefundShippingLineConnection { edges: [RefundShippingLineEdge!]! nodes: [RefundShippingLine!]! pageInfo: PageInfo! }
type RefundShippingLineEdge { cursor: String! node: RefundShippingLine! }
type SEO { title: String description: String }
type ScriptDiscountApplication implements DiscountApplication { allocationMethod: DiscountApplicationAllocationMethod! index:
  Int! targetSelection: DiscountApplicationTargetSelection! targetType: DiscountApplicationTargetType! value: PricingValue!
  title: String! }
type SelectedOption { name: String! value: String! optionValue: ProductOptionValue! }
type ShippingLine { id: ID title: String! code: String source: String carrierIdentifier: String custom: Boolean! phone:
  String deliveryCategory: String originalPriceSet: MoneyBag! discountedPriceSet: MoneyBag! currentDiscountedPriceSet:
  MoneyBag! discountAllocations: [DiscountAllocation!]! taxLines: [TaxLine!]! isRemoved: Boolean! }
type ShippingLineConnection { edges: [ShippingLineEdge!]! nodes: [ShippingLine!]! pageInfo: PageInfo! }
type ShippingLineEdge { cursor: String! node: ShippingLine! }
type Shop implements Node { id: ID! name: String! email: String! myshopifyDomain: String! currencyCode: CurrencyCode!
  ianaTimezone: String! taxesIncluded: Boolean! taxShipping: Boolean! weightUnit: WeightUnit! plan: ShopPlan!
  orderNumberFormatPrefix: String! orderNumberFormatSuffix: String! resourceLimits: ShopResourceLimits! }
type ShopPlan { displayName: String! publicDisplayName: String! shopifyPlus: Boolean! partnerDevelopment: Boolean! }
type ShopResourceLimits { locationLimit: Int! maxProductOptions: Int! maxProductVariants: Int! redirectLimitReached: Boolean!
  }
type TagsAddPayload { node: Node userErrors: [UserError!]! }
type TagsRemovePayload { node: Node userErrors: [UserError!]! }
type TaxLine { title: String! rate: Float ratePercentage: Float priceSet: MoneyBag! channelLiable: Boolean source: String }
type UserError implements DisplayableError { field: [String!] message: String! }
type WebhookSubscription implements Node { id: ID! legacyResourceId: UnsignedInt64! topic: WebhookSubscriptionTopic! uri:
  String! callbackUrl: URL! format: WebhookSubscriptionFormat! includeFields: [String!]! name: String createdAt: DateTime!
  updatedAt: DateTime! }
type WebhookSubscriptionConnection { edges: [WebhookSubscriptionEdge!]! nodes: [WebhookSubscription!]! pageInfo: PageInfo! }
type WebhookSubscriptionCreatePayload { userErrors: [UserError!]! webhookSubscription: WebhookSubscription }
type WebhookSubscriptionDeletePayload { deletedWebhookSubscriptionId: ID userErrors: [UserError!]! }
type WebhookSubscriptionEdge { cursor: String! node: WebhookSubscription! }
type WebhookSubscriptionUpdatePayload { userErrors: [UserError!]! webhookSubscription: WebhookSubscription }
type Weight { unit: WeightUnit! value: Float! }
union PricingValue = MoneyV2 | PricingPercentageValue
union PurchasingEntity = Customer | PurchasingCompany
`;
