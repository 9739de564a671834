package de.quartierwerk.registry.space;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.registry.boundary.LonLat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpaceTest {
    private static final LocalDate START = LocalDate.of(2020, 1, 1);
    private static final LocalDate END = LocalDate.of(2023, 12, 31);

    @Test
    void isEqualInContentWhateverIdVersionAndMeasuresAre() {
        Space stored = new Space(
                7,
                "a",
                "A",
                null,
                "district",
                "administrative",
                "p",
                List.of("p", "a"),
                START,
                END,
                BigDecimal.TEN,
                new LonLat(1, 2),
                new LonLat(1, 2),
                none(),
                List.of(),
                3);

        assertThat(stored.equalsInContent(space("A", "p", END, none()))).isTrue();
    }

    @Test
    void differsInNameParentLastDayOrAttributes() {
        Space space = space("A", "p", END, none());

        assertThat(space.equalsInContent(space("B", "p", END, none()))).isFalse();
        assertThat(space.equalsInContent(space("A", null, END, none()))).isFalse();
        assertThat(space.equalsInContent(space("A", "p", null, none()))).isFalse();
        assertThat(space.equalsInContent(space("A", "p", END, none().put("type", "Stadt"))))
                .isFalse();
    }

    private static Space space(String name, String parent, LocalDate to, ObjectNode attributes) {
        return new Space(
                0,
                "a",
                name,
                null,
                "district",
                null,
                parent,
                List.of("a"),
                START,
                to,
                null,
                null,
                null,
                attributes,
                List.of(),
                1);
    }

    private static ObjectNode none() {
        return JsonNodeFactory.instance.objectNode();
    }
}
