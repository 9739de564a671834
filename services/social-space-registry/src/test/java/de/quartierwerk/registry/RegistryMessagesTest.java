package de.quartierwerk.registry;

import de.quartierwerk.kit.testing.MessagesTest;

class RegistryMessagesTest extends MessagesTest {}
