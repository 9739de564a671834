package de.quartierwerk.kit.trial;

import de.quartierwerk.kit.testing.OpenApiContractTest;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;

@QuarkusTest
class KitApiIT extends OpenApiContractTest {

    KitApiIT() {
        super(Path.of("src/test/resources/openapi.json"));
    }
}
