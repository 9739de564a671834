package de.quartierwerk.ingestion;

import de.quartierwerk.kit.testing.MessagesTest;

class IngestionMessagesTest extends MessagesTest {}
