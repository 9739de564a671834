package de.quartierwerk.reporting;

import de.quartierwerk.kit.testing.PoisonTest;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class PoisonIT extends PoisonTest {}
