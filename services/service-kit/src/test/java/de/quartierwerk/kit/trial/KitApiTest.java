package de.quartierwerk.kit.trial;

import de.quartierwerk.kit.testing.OpenApiContractTest;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class KitApiTest extends OpenApiContractTest {}
