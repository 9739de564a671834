package de.quartierwerk.funding;

import de.quartierwerk.kit.testing.MessagesTest;

class FundingMessagesTest extends MessagesTest {}
