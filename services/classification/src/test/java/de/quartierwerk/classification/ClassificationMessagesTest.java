package de.quartierwerk.classification;

import de.quartierwerk.kit.testing.MessagesTest;

class ClassificationMessagesTest extends MessagesTest {}
