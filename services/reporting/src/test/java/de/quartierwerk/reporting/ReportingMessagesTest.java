package de.quartierwerk.reporting;

import de.quartierwerk.kit.testing.MessagesTest;

class ReportingMessagesTest extends MessagesTest {}
