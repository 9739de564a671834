package de.quartierwerk.ingestion.testing;

import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.LevelDefined;
import de.quartierwerk.events.SocialSpace;
import de.quartierwerk.events.SpacesImported;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.testing.TestEvents;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Plays the registry: a small region of two municipalities with three spaces each, and a level of its own per test. */
public final class Region {
    private static final LocalDate START = LocalDate.of(2006, 1, 1);
    private static boolean told;

    private Region() {}

    /** Tells of district 99001, municipalities 99001001 and 99001002, and spaces 99001001-01 to 99001002-03, once. */
    public static synchronized void tell() {
        if (told) {
            return;
        }
        told = true;
        level("district", 10);
        level("municipality", 20);
        level("social-space", 30);
        List<SocialSpace> spaces = new ArrayList<>();
        spaces.add(space("99001", "Kreis", "district", null, List.of("99001")));
        for (String municipality : List.of("99001001", "99001002")) {
            spaces.add(space(
                    municipality, "Stadt " + municipality, "municipality", "99001", List.of("99001", municipality)));
            for (int i = 1; i <= 3; i++) {
                String key = municipality + "-0" + i;
                spaces.add(
                        space(key, "Raum " + key, "social-space", municipality, List.of("99001", municipality, key)));
            }
        }
        tell(spaces);
    }

    public static void level(String code, int rank) {
        TestEvents.send(
                Topics.SOCIAL_SPACE,
                code,
                EventTypes.LEVEL_DEFINED,
                "levels/" + code,
                1,
                new LevelDefined(code, code, rank, 1));
    }

    public static void tell(List<SocialSpace> spaces) {
        UUID id = UUID.randomUUID();
        TestEvents.send(
                Topics.SOCIAL_SPACE,
                id.toString(),
                EventTypes.SPACES_IMPORTED,
                "imports/" + id,
                1,
                new SpacesImported(id, 0, 1, spaces));
    }

    public static SocialSpace space(String key, String name, String level, String parent, List<String> path) {
        return new SocialSpace(
                key, name, level, parent, path, START, null, new BigDecimal("2500000"), null, Map.of(), 1);
    }
}
