package de.quartierwerk.classification;

import de.quartierwerk.kit.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void holdsTheRulesOfTheHouse() {
        ArchitectureRules.checkService("de.quartierwerk.classification");
    }
}
