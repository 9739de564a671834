package de.quartierwerk.kit.trial;

import de.quartierwerk.kit.testing.SecurityMatrixTest;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class KitSecurityIT extends SecurityMatrixTest {}
