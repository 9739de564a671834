package de.quartierwerk.funding;

import de.quartierwerk.kit.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class FundingArchitectureTest {

    @Test
    void holdsTheRulesOfTheHouse() {
        ArchitectureRules.checkService("de.quartierwerk.funding");
    }
}
