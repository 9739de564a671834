package de.quartierwerk.ingestion;

import de.quartierwerk.kit.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void keepsTheRules() {
        ArchitectureRules.checkService("de.quartierwerk.ingestion");
    }
}
