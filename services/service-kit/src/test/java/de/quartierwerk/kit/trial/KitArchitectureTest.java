package de.quartierwerk.kit.trial;

import de.quartierwerk.kit.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class KitArchitectureTest {

    @Test
    void keepsTheRules() {
        ArchitectureRules.checkKit();
    }
}
