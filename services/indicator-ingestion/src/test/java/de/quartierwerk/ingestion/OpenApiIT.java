package de.quartierwerk.ingestion;

import de.quartierwerk.kit.testing.OpenApiContractTest;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class OpenApiIT extends OpenApiContractTest {}
