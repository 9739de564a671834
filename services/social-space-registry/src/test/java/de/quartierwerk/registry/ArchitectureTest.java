package de.quartierwerk.registry;

import de.quartierwerk.kit.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void keepsTheRulesOfTheHouse() {
        ArchitectureRules.checkService("de.quartierwerk.registry");
    }
}
