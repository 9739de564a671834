package de.quartierwerk.kit.trial;

import de.quartierwerk.kit.testing.OpenApiContractTest;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;

@QuarkusTest
class KitApiTest extends OpenApiContractTest {

    KitApiTest() {
        super(Path.of("src/test/resources/openapi.json"));
    }
}
