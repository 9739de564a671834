package de.quartierwerk.kit.trial;

import de.quartierwerk.kit.testing.MessagesTest;

class KitMessagesTest extends MessagesTest {}
