/**
 * Which part of Shopify's schema is played: fields by type. `scripts/shopify-schema.ts` cuts it out of the official schema.
 * Connections, payloads, user errors, enums and scalars come along with the fields that name them.
 */
const hasMetafields = 'metafield metafields';
const address =
  'address1 address2 city company country countryCodeV2 firstName formatted id lastName latitude longitude name phone province provinceCode zip';
const discount = 'allocationMethod index targetSelection targetType value';
const person = 'firstName lastName phone';
const userError = 'field message';
const metafieldInput = 'key namespace type value';

export const selection: Readonly<Record<string, string>> = {
  QueryRoot: `shop currentAppInstallation node nodes job orders ordersCount order orderByIdentifier refund customers customer
    customerByIdentifier companies company products product productByIdentifier productVariants
    productVariantByIdentifier productOperation collections collection collectionByIdentifier inventoryItems inventoryItem inventoryLevel
    locations location publications webhookSubscriptions webhookSubscription metafieldDefinitions`,
  Mutation: `orderCreate orderUpdate orderMarkAsPaid orderClose orderOpen orderCancel refundCreate fulfillmentCreate
    fulfillmentTrackingInfoUpdate fulfillmentCancel tagsAdd tagsRemove metafieldsSet metafieldsDelete metafieldDefinitionCreate
    customerCreate customerUpdate customerSet customerDelete customerAddressCreate customerAddressUpdate
    companyCreate productSet productCreate productUpdate productDelete productVariantsBulkCreate productVariantsBulkUpdate
    productVariantsBulkDelete productOptionsCreate productOptionUpdate productVariantAppendMedia collectionCreate collectionUpdate
    collectionDelete publishablePublish publishableUnpublish inventorySetQuantities inventoryAdjustQuantities inventoryActivate
    inventoryItemUpdate webhookSubscriptionCreate webhookSubscriptionDelete`,

  Shop: `id name email myshopifyDomain currencyCode ianaTimezone taxesIncluded taxShipping weightUnit plan orderNumberFormatPrefix
    orderNumberFormatSuffix resourceLimits shopAddress`,
  ShopAddress: 'address1 city countryCodeV2 id zip',
  ShopPlan: 'displayName publicDisplayName shopifyPlus partnerDevelopment',
  ShopResourceLimits: 'locationLimit maxProductOptions maxProductVariants redirectLimitReached',
  AppInstallation: 'id accessScopes',
  AccessScope: 'handle description',
  Job: 'id done',
  Count: 'count precision',
  PageInfo: 'hasNextPage hasPreviousPage startCursor endCursor',
  MoneyBag: 'shopMoney presentmentMoney',
  MoneyV2: 'amount currencyCode',
  Attribute: 'key value',
  Node: 'id',
  UserError: userError,
  DisplayableError: userError,
  Metafield: 'id namespace key type value jsonValue compareDigest createdAt updatedAt ownerType',
  MetafieldDefinition: 'id name namespace key ownerType type capabilities',
  MetafieldDefinitionType: 'name category',
  MetafieldCapabilities: 'uniqueValues',
  MetafieldCapabilityUniqueValues: 'enabled eligible',

  Order: `id legacyResourceId name number confirmationNumber createdAt processedAt updatedAt cancelledAt cancelReason closedAt closed test
    confirmed currencyCode presentmentCurrencyCode taxesIncluded taxExempt estimatedTaxes dutiesIncluded displayFinancialStatus
    displayFulfillmentStatus returnStatus subtotalPriceSet totalPriceSet totalTaxSet totalDiscountsSet totalShippingPriceSet
    originalTotalPriceSet currentSubtotalPriceSet currentTotalPriceSet currentTotalTaxSet currentTotalDiscountsSet
    currentShippingPriceSet totalReceivedSet totalRefundedSet totalRefundedShippingSet netPaymentSet totalOutstandingSet totalCapturableSet
    totalTipReceivedSet totalCashRoundingAdjustment additionalFees currentTotalDutiesSet originalTotalDutiesSet
    currentTotalAdditionalFeesSet originalTotalAdditionalFeesSet taxLines currentTaxLines email phone note poNumber tags customAttributes
    customer customerLocale purchasingEntity billingAddress shippingAddress lineItems shippingLine shippingLines transactions refunds returns canMarkAsPaid
    fulfillments fulfillmentOrders discountApplications discountCode discountCodes ${hasMetafields} paymentGatewayNames sourceName
    sourceIdentifier fullyPaid unpaid edited refundable requiresShipping subtotalLineItemsQuantity currentSubtotalLineItemsQuantity
    totalWeight`,
  LineItem: `id name title variantTitle sku vendor quantity currentQuantity refundableQuantity unfulfilledQuantity
    nonFulfillableQuantity originalUnitPriceSet originalTotalSet discountedUnitPriceSet discountedTotalSet
    discountedUnitPriceAfterAllDiscountsSet totalDiscountSet priceAfterAllDiscountsBeforeTaxesSet discountAllocations taxLines duties
    taxable requiresShipping isGiftCard restockable merchantEditable customAttributes variant product`,
  ShippingLine: `id title code source carrierIdentifier custom phone deliveryCategory originalPriceSet discountedPriceSet
    currentDiscountedPriceSet discountAllocations taxLines isRemoved`,
  TaxLine: 'title rate ratePercentage priceSet channelLiable source',
  Duty: 'id countryCodeOfOrigin harmonizedSystemCode price taxLines',
  AdditionalFee: 'id name price taxLines',
  CashRoundingAdjustment: 'paymentSet refundSet',
  DiscountAllocation: 'allocatedAmountSet discountApplication',
  DiscountApplication: discount,
  DiscountCodeApplication: `${discount} code`,
  ManualDiscountApplication: `${discount} title description`,
  AutomaticDiscountApplication: `${discount} title`,
  ScriptDiscountApplication: `${discount} title`,
  PricingPercentageValue: 'percentage',
  PricingValue: '',
  OrderTransaction: `id kind status gateway formattedGateway amountSet createdAt processedAt authorizationCode paymentId errorCode test
    manualPaymentGateway parentTransaction`,
  Refund: `id legacyResourceId createdAt processedAt updatedAt note totalRefundedSet refundLineItems refundShippingLines orderAdjustments
    transactions order duties return`,
  RefundLineItem: 'id lineItem quantity priceSet subtotalSet totalTaxSet restockType restocked',
  Return: 'id name status createdAt closedAt totalQuantity returnLineItems exchangeLineItems refunds',
  ReturnLineItemType: 'id quantity refundableQuantity refundedQuantity returnReason returnReasonNote',
  ReturnLineItem:
    'id quantity refundableQuantity refundedQuantity returnReason returnReasonNote fulfillmentLineItem',
  ExchangeLineItem: 'id quantity lineItems',
  RefundShippingLine: 'id shippingLine subtotalAmountSet taxAmountSet',
  RefundDuty: 'amountSet originalDuty',
  OrderAdjustment: 'id amountSet taxAmountSet reason',
  Fulfillment: `id legacyResourceId name createdAt updatedAt status displayStatus totalQuantity trackingInfo requiresShipping location
    fulfillmentLineItems`,
  FulfillmentLineItem: 'id lineItem quantity',
  FulfillmentTrackingInfo: 'company number url',
  FulfillmentOrder: `id status requestStatus createdAt updatedAt orderId orderName assignedLocation lineItems supportedActions`,
  FulfillmentOrderSupportedAction: 'action',
  FulfillmentOrderAssignedLocation: 'name address1 city zip countryCode location',
  FulfillmentOrderLineItem: 'id remainingQuantity totalQuantity lineItem sku productTitle requiresShipping',
  MailingAddress: address,
  PurchasingEntity: '',
  PurchasingCompany: 'company contact location',

  Customer: `id legacyResourceId displayName firstName lastName email phone defaultEmailAddress defaultPhoneNumber defaultAddress
    addressesV2 addresses numberOfOrders amountSpent note tags taxExempt taxExemptions state verifiedEmail locale createdAt updatedAt
    canDelete companyContactProfiles orders ${hasMetafields}`,
  CustomerEmailAddress: 'emailAddress marketingState validFormat',
  CustomerPhoneNumber: 'phoneNumber',
  Company:
    'id name externalId note createdAt updatedAt contacts contactsCount locations mainContact customerSince',
  CompanyContact: 'id company customer isMainContact title locale createdAt updatedAt',
  CompanyLocation:
    'id name externalId company billingAddress shippingAddress phone note locale taxSettings createdAt updatedAt',
  CompanyLocationTaxSettings: 'taxExempt taxExemptions taxRegistrationId',
  CompanyAddress:
    'id companyName recipient firstName lastName address1 address2 city country countryCode phone zip zoneCode',

  Product: `id legacyResourceId title handle descriptionHtml description vendor productType status tags createdAt updatedAt publishedAt
    totalInventory tracksInventory hasOnlyDefaultVariant hasOutOfStockVariants isGiftCard options variants variantsCount media
    mediaCount featuredMedia collections inCollection publishedOnPublication resourcePublicationsCount seo templateSuffix requiresSellingPlan ${hasMetafields}`,
  SEO: 'title description',
  ProductOption: 'id name position values optionValues',
  ProductOptionValue: 'id name hasVariants',
  SelectedOption: 'name value optionValue',
  ProductVariant: `id legacyResourceId title displayName sku barcode price compareAtPrice taxable position inventoryQuantity
    inventoryPolicy inventoryItem product selectedOptions media availableForSale createdAt updatedAt ${hasMetafields}`,
  InventoryItem: `id legacyResourceId sku tracked requiresShipping unitCost measurement countryCodeOfOrigin harmonizedSystemCode
    duplicateSkuCount inventoryLevel inventoryLevels variant createdAt updatedAt`,
  InventoryItemMeasurement: 'id weight',
  Weight: 'unit value',
  InventoryLevel: 'id isActive item location quantities createdAt updatedAt',
  InventoryQuantity: 'id name quantity updatedAt',
  Location: `id legacyResourceId name isActive isPrimary fulfillsOnlineOrders isFulfillmentService shipsInventory address inventoryLevel
    inventoryLevels createdAt updatedAt`,
  LocationAddress:
    'address1 address2 city zip province provinceCode countryCode country phone latitude longitude formatted',
  Collection: `id legacyResourceId title handle description descriptionHtml updatedAt sortOrder products productsCount hasProduct
    publishedOnPublication resourcePublicationsCount seo ruleSet templateSuffix ${hasMetafields}`,
  CollectionRuleSet: 'appliedDisjunctively',
  Publication: 'id name autoPublish supportsFuturePublishing',
  Publishable: 'publishedOnPublication resourcePublicationsCount',
  Media: 'id alt mediaContentType status mediaErrors preview',
  MediaImage:
    'id alt mediaContentType status fileStatus mediaErrors preview image mimeType originalSource createdAt updatedAt',
  MediaPreviewImage: 'image status',
  MediaImageOriginalSource: 'fileSize url',
  MediaError: 'code details message',
  Image: 'id altText height width url',
  ProductOperation: 'product status',
  ProductSetOperation: 'id product status userErrors',
  InventoryAdjustmentGroup: 'id createdAt reason referenceDocumentUri changes',
  InventoryChange: 'name delta quantityAfterChange item location',
  WebhookSubscription:
    'id legacyResourceId topic uri callbackUrl format includeFields name createdAt updatedAt',

  MoneyInput: 'amount currencyCode',
  MoneyBagInput: 'shopMoney presentmentMoney',
  AttributeInput: 'key value',
  MetafieldInput: `id ${metafieldInput}`,
  MetafieldsSetInput: `ownerId compareDigest ${metafieldInput}`,
  MetafieldIdentifierInput: 'ownerId namespace key',
  MetafieldIdentifier: 'ownerId namespace key',
  MetafieldDefinitionInput: 'name namespace key description ownerType type pin capabilities',
  MetafieldCapabilityCreateInput: 'uniqueValues',
  MetafieldCapabilityUniqueValuesInput: 'enabled',
  UniqueMetafieldValueInput: 'namespace key value',
  MailingAddressInput: `${person} id company address1 address2 zip city province provinceCode country countryCode`,
  OrderIdentifierInput: 'id customId',
  CustomerIdentifierInput: 'id emailAddress phoneNumber customId',
  ProductIdentifierInput: 'id handle customId',
  ProductVariantIdentifierInput: 'id customId',
  CollectionIdentifierInput: 'id handle customId',

  OrderCreateOrderInput: `billingAddress buyerAcceptsMarketing closedAt companyLocationId currency customAttributes customer customerId
    discountCode email financialStatus fulfillment fulfillmentStatus lineItems metafields name note phone poNumber presentmentCurrency
    processedAt shippingAddress shippingLines sourceIdentifier sourceName sourceUrl tags taxLines taxesIncluded test transactions`,
  OrderCreateOptionsInput: 'inventoryBehaviour sendFulfillmentReceipt sendReceipt',
  OrderCreateCustomAttributeInput: 'key value',
  OrderCreateCustomerInput: 'toAssociate toUpsert',
  OrderCreateAssociateCustomerAttributesInput: 'email id',
  OrderCreateUpsertCustomerAttributesInput: `addresses email id note tags taxExempt ${person}`,
  OrderCreateCustomerAddressInput: `${person} company address1 address2 zip city province country`,
  OrderCreateDiscountCodeInput: 'freeShippingDiscountCode itemFixedDiscountCode itemPercentageDiscountCode',
  OrderCreateFreeShippingDiscountCodeAttributesInput: 'code',
  OrderCreateFixedDiscountCodeAttributesInput: 'amountSet code',
  OrderCreatePercentageDiscountCodeAttributesInput: 'code percentage',
  OrderCreateFulfillmentInput: 'locationId notifyCustomer trackingCompany trackingNumber',
  OrderCreateLineItemInput: `giftCard priceSet productId properties quantity requiresShipping sku taxLines taxable title variantId
    variantTitle vendor weight`,
  OrderCreateLineItemPropertyInput: 'name value',
  OrderCreateTaxLineInput: 'channelLiable priceSet rate title',
  OrderCreateShippingLineInput: 'code priceSet source taxLines title',
  OrderCreateOrderTransactionInput:
    'amountSet authorizationCode gateway kind processedAt receiptJson status test',
  OrderInput: 'id customAttributes email metafields note phone poNumber shippingAddress tags',
  OrderMarkAsPaidInput: 'id',
  OrderCloseInput: 'id',
  OrderOpenInput: 'id',
  OrderCancelRefundMethodInput: 'originalPaymentMethodsRefund',
  RefundInput: `allowOverRefunding currency discrepancyReason note notify orderId processedAt refundLineItems shipping transactions`,
  RefundLineItemInput: 'lineItemId locationId quantity restockType',
  ShippingRefundInput: 'amount fullRefund',
  OrderTransactionInput: 'amount gateway kind orderId parentId',
  FulfillmentInput: 'lineItemsByFulfillmentOrder notifyCustomer trackingInfo',
  FulfillmentOrderLineItemsInput: 'fulfillmentOrderId fulfillmentOrderLineItems',
  FulfillmentOrderLineItemInput: 'id quantity',
  FulfillmentTrackingInput: 'company number url',

  CustomerInput: `id email locale metafields note tags taxExempt taxExemptions addresses ${person}`,
  CustomerSetInput: `id email locale note tags taxExempt taxExemptions addresses ${person}`,
  CustomerSetIdentifiers: 'customId email id phone',
  CustomerDeleteInput: 'id',
  CompanyCreateInput: 'company companyContact companyLocation',
  CompanyInput: 'customerSince externalId name note',
  CompanyContactInput: `email locale title ${person}`,
  CompanyLocationInput: `billingAddress billingSameAsShipping externalId locale name note phone shippingAddress taxExempt taxRegistrationId`,
  CompanyAddressInput: `address1 address2 city countryCode recipient zip zoneCode ${person}`,

  ProductSetIdentifiers: 'customId handle id',
  ProductSetInput: `id title handle descriptionHtml productType vendor status tags collections metafields productOptions variants files
    giftCard redirectNewHandle seo templateSuffix`,
  SEOInput: 'title description',
  OptionSetInput: 'id name position values',
  OptionValueSetInput: 'id name',
  ProductVariantSetInput: `id optionValues sku barcode price compareAtPrice taxable inventoryPolicy inventoryItem inventoryQuantities
    metafields position file`,
  VariantOptionValueInput: 'id name optionId optionName',
  InventoryItemInput:
    'cost countryCodeOfOrigin harmonizedSystemCode measurement requiresShipping sku tracked',
  InventoryItemMeasurementInput: 'weight',
  WeightInput: 'unit value',
  FileSetInput: 'alt contentType duplicateResolutionMode filename id originalSource',
  ProductSetInventoryInput: 'locationId name quantity',
  ProductCreateInput: `title handle descriptionHtml productType vendor status tags collectionsToJoin metafields productOptions giftCard
    seo templateSuffix`,
  ProductUpdateInput: `id title handle descriptionHtml productType vendor status tags collectionsToJoin collectionsToLeave metafields
    redirectNewHandle seo templateSuffix`,
  ProductDeleteInput: 'id',
  CreateMediaInput: 'alt mediaContentType originalSource',
  ProductVariantsBulkInput: `id optionValues barcode price compareAtPrice taxable inventoryPolicy inventoryItem inventoryQuantities
    metafields mediaId mediaSrc`,
  InventoryLevelInput: 'availableQuantity locationId',
  OptionCreateInput: 'name position values',
  OptionValueCreateInput: 'name',
  OptionUpdateInput: 'id name position',
  OptionValueUpdateInput: 'id name',
  ProductVariantAppendMediaInput: 'mediaIds variantId',
  CollectionInput: 'id title handle descriptionHtml metafields products sortOrder seo',
  CollectionCreateInput: 'title handle descriptionHtml metafields sortOrder seo',
  CollectionUpdateInput: 'id title handle descriptionHtml metafields sortOrder seo redirectNewHandle',
  CollectionDeleteInput: 'id',
  PublicationInput: 'publicationId publishDate',
  InventorySetQuantitiesInput: 'name quantities reason referenceDocumentUri',
  InventoryQuantityInput: 'changeFromQuantity inventoryItemId locationId quantity',
  InventoryAdjustQuantitiesInput: 'changes name reason referenceDocumentUri',
  InventoryChangeInput: 'changeFromQuantity delta inventoryItemId ledgerDocumentUri locationId',
  WebhookSubscriptionInput: 'callbackUrl format includeFields name uri',
};
