package de.quartierwerk.ingestion.release;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.disclosure.Attacker;
import de.quartierwerk.events.SocialSpace;
import de.quartierwerk.ingestion.testing.Api;
import de.quartierwerk.ingestion.testing.Region;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What becomes of sums and secrets when the registry moves a space, and where divisions overlap. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class TerritoryIT {
    private static final LocalDate START = LocalDate.of(2006, 1, 1);

    @Test
    void aMovedSpaceIsSummedUpAnewAndGivesNothingAway() {
        tell("96001");
        Api.indicator("territory-moved", "count", "persons");
        String mapping = Api.mapping("territory-moved", "2023");
        Api.release(
                "raum;a\n96001a;2\n96001b;5\n96001c;40\n96001d;60\n96001e;10\n96001f;11\n96001g;12\n96001h;30\n",
                mapping);
        Map<String, Integer> before = seen("territory-moved", "96001");

        Region.tell(List.of(space("96001b", "territory-area", 2, "96001", "96001M2", "96001b")));

        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(exact("territory-moved", "96001M1")).isEqualTo(102));
        assertThat(exact("territory-moved", "96001M2")).isEqualTo(68);
        assertThat(exact("territory-moved", "96001")).isEqualTo(170);
        Map<String, Integer> between = seen("territory-moved", "96001");
        Api.release("raum;a\n96001e;13\n", mapping);
        assertThat(exact("territory-moved", "96001")).isEqualTo(173);
        Map<String, Integer> after = seen("territory-moved", "96001");
        Attacker attacker = new Attacker();
        look(attacker, before, 0, Map.of("96001M1", "abcd", "96001M2", "efgh"));
        look(attacker, between, 1, Map.of("96001M1", "acd", "96001M2", "befgh"));
        look(attacker, after, 2, Map.of("96001M1", "acd", "96001M2", "befgh"));
        assertThat(attacker.findings()).isEmpty();
    }

    @Test
    void aDivisionThatConsistsOfSpacesOfAnotherIsASum() {
        tell("96002");
        Region.level("territory-school", 25);
        Region.tell(List.of(new SocialSpace(
                "96002X",
                "Schulbezirk",
                "territory-school",
                null,
                List.of("96002X"),
                START,
                null,
                BigDecimal.TEN,
                null,
                Map.of("consistsOf", "96002a 96002e"),
                1)));
        Api.indicator("territory-school", "count", "persons");

        Api.release(
                "raum;a\n96002a;2\n96002b;5\n96002c;40\n96002d;60\n96002e;50\n96002f;60\n96002g;70\n96002h;80\n96002X;52\n",
                Api.mapping("territory-school", "2023"));

        JsonPath values = Api.values(null, "indicator=territory-school&space=96002a,96002e,96002X");
        List<Object> shown = values.getList("items.value");
        assertThat(values.getList("items.space")).containsExactly("96002X", "96002a", "96002e");
        assertThat(shown.get(1)).isNull();
        assertThat(shown.get(0) == null || shown.get(2) == null).isTrue();
    }

    @Test
    void aDivisionThatIsToldOfLaterIsSummedUpAtOnce() {
        tell("96003");
        Region.level("territory-school", 25);
        Api.indicator("territory-later", "count", "persons");
        Api.release("raum;a\n96003a;20\n96003e;50\n", Api.mapping("territory-later", "2023"));

        Region.tell(List.of(new SocialSpace(
                "96003X",
                "Schulbezirk",
                "territory-school",
                null,
                List.of("96003X"),
                START,
                null,
                BigDecimal.TEN,
                null,
                Map.of("consistsOf", "96003a, 96003e"),
                1)));

        Awaitility.await()
                .untilAsserted(() -> assertThat(Api.values(null, "indicator=territory-later&space=96003X")
                                .getList("items.value"))
                        .containsExactly(70));
    }

    @Test
    void sumsThatDoNotHoldAnyMoreGoWhereTheNewOnesMustNotBeKnown() {
        Region.level("territory-district", 10);
        Region.level("territory-part", 15);
        Region.level("territory-town", 20);
        Region.level("territory-area", 30);
        List<SocialSpace> spaces = new ArrayList<>(List.of(space("96004", "territory-district", 1, "96004")));
        for (String number : List.of("1", "2")) {
            spaces.add(space("96004L" + number, "territory-part", 1, "96004", "96004L" + number));
            spaces.add(space("96004M" + number, "territory-town", 1, "96004", "96004L" + number, "96004M" + number));
        }
        for (char area : "abcdefgh".toCharArray()) {
            String of = area < 'e' ? "1" : "2";
            spaces.add(
                    space("96004" + area, "territory-area", 1, "96004", "96004L" + of, "96004M" + of, "96004" + area));
        }
        Region.tell(spaces);
        Api.indicator("territory-outdated", "count", "persons");
        Api.release("""
                raum;a
                96004a;2
                96004b;5
                96004c;40
                96004d;60
                96004e;10
                96004f;11
                96004g;12
                96004h;30
                96004L1;107
                96004L2;63
                """, Api.mapping("territory-outdated", "2023"));
        assertThat(exact("territory-outdated", "96004M1")).isEqualTo(107);

        Region.tell(List.of(space("96004b", "territory-area", 2, "96004", "96004L2", "96004M2", "96004b")));

        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(Api.values(null, "indicator=territory-outdated&space=96004M1,96004M2,96004")
                                        .getList("items.status"))
                                .containsExactly("normal", "missing", "missing"));
    }

    private static void tell(String district) {
        Region.level("territory-district", 10);
        Region.level("territory-town", 20);
        Region.level("territory-area", 30);
        List<SocialSpace> spaces = new ArrayList<>();
        spaces.add(space(district, "territory-district", 1, district));
        for (String town : List.of("M1", "M2")) {
            spaces.add(space(district + town, "territory-town", 1, district, district + town));
            for (char area : (town.equals("M1") ? "abcd" : "efgh").toCharArray()) {
                spaces.add(space(district + area, "territory-area", 1, district, district + town, district + area));
            }
        }
        Region.tell(spaces);
    }

    private static SocialSpace space(String key, String level, long version, String... path) {
        String parent = path.length < 2 ? null : path[path.length - 2];
        return new SocialSpace(
                key, key, level, parent, List.of(path), START, null, BigDecimal.TEN, null, Map.of(), version);
    }

    private static int exact(String indicator, String space) {
        return Api.values("steward", "indicator=" + indicator + "&space=" + space)
                .getInt("items[0].value");
    }

    /** What the public sees of each space; null where it is suppressed. */
    private static Map<String, Integer> seen(String indicator, String district) {
        StringBuilder spaces = new StringBuilder(district + "," + district + "M1," + district + "M2");
        "abcdefgh".chars().forEach(area -> spaces.append(',').append(district).append((char) area));
        JsonPath values = Api.values(null, "indicator=" + indicator + "&space=" + spaces);
        List<Integer> revisions = Api.values("steward", "indicator=" + indicator + "&space=" + spaces)
                .getList("items.revision");
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < values.getList("items").size(); i++) {
            seen.put(
                    values.getString("items[" + i + "].space") + "/" + revisions.get(i),
                    values.get("items[" + i + "].value"));
        }
        return seen;
    }

    private static void look(Attacker attacker, Map<String, Integer> seen, int round, Map<String, String> towns) {
        Map<String, String> names = new HashMap<>();
        seen.forEach((name, value) -> {
            names.put(name.substring(0, name.indexOf('/')), name);
            if (value == null) {
                attacker.seesMark(name, 1);
            } else {
                attacker.sees(name, value);
            }
        });
        Map<String, Double> district = new HashMap<>();
        district.put(names.get("96001"), -1.0);
        towns.forEach((town, areas) -> {
            district.put(names.get(town), 1.0);
            Map<String, Double> sum = new HashMap<>();
            sum.put(names.get(town), -1.0);
            areas.chars().forEach(area -> sum.put(names.get("96001" + (char) area), 1.0));
            assertThat(sum).as("round %d", round).hasSize(areas.length() + 1);
            attacker.sum(sum);
        });
        attacker.sum(district);
    }
}
