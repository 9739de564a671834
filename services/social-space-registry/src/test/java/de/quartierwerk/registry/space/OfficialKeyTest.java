package de.quartierwerk.registry.space;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OfficialKeyTest {
    @Test
    void readsTheMunicipalityKeyOutOfTheRegionalOne() {
        assertThat(key("administrative", "051700004004", null)).isEqualTo(new OfficialKey("051700004004", "05170004"));
        assertThat(key("administrative", "05170", null)).isEqualTo(new OfficialKey("05170", "05170"));
        assertThat(key("administrative", "051700004", null)).isEqualTo(new OfficialKey("051700004", null));
    }

    @Test
    void takesTheRegionalKeyOnlyFromASpaceThatHasBoth() {
        assertThat(key("administrative", "05170004", null)).isEqualTo(new OfficialKey(null, "05170004"));
        assertThat(key("administrative", "05170004", "051700004004"))
                .isEqualTo(new OfficialKey("051700004004", "05170004"));
        assertThat(key("administrative", "05170004", "051700008008")).isEqualTo(new OfficialKey(null, "05170004"));
    }

    @Test
    void knowsNoneOfOtherSpaces() {
        assertThat(key("social", "01011101", null)).isEqualTo(new OfficialKey(null, null));
        assertThat(key("administrative", "01", null)).isEqualTo(new OfficialKey(null, null));
        assertThat(key("administrative", "Alpen", null)).isEqualTo(new OfficialKey(null, null));
    }

    private static OfficialKey key(String hierarchy, String key, @Nullable String ars) {
        return OfficialKey.of(new Space(
                1,
                key,
                "Alpen",
                null,
                "municipality",
                hierarchy,
                null,
                List.of(key),
                LocalDate.EPOCH,
                null,
                null,
                null,
                null,
                JsonNodeFactory.instance.objectNode().put("ARS", ars),
                List.of(),
                1));
    }
}
