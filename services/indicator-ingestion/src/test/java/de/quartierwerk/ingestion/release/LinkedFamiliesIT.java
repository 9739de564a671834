package de.quartierwerk.ingestion.release;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.disclosure.Attacker;
import de.quartierwerk.ingestion.testing.Api;
import de.quartierwerk.ingestion.testing.Region;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A reader without a token reads everything at every instant: two counts, one of them under two names, and their
 * delivered share, one after the other and corrected. Whoever adds up finds no suppressed number.
 */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class LinkedFamiliesIT {
    private static final List<String> SPACES =
            List.of("99001001-01", "99001001-02", "99001001-03", "99001002-01", "99001002-02", "99001002-03");
    private static final Map<String, List<String>> SUMS = Map.of(
            "99001001",
            SPACES.subList(0, 3),
            "99001002",
            SPACES.subList(3, 6),
            "99001",
            List.of("99001001", "99001002"));
    private static final String EVERYWHERE = "&limit=1000&space=99001,99001001,99001002," + String.join(",", SPACES);

    private final Attacker attacker = new Attacker();
    private final Map<String, Integer> cases = new TreeMap<>();
    private final Map<String, Integer> groups = new TreeMap<>();
    private final Set<String> open = new TreeSet<>();
    private String family = "";

    @BeforeEach
    void region() {
        Region.tell();
    }

    @ParameterizedTest
    @Tag("long")
    @ValueSource(ints = {1, 2, 3})
    void nobodyComputesASuppressedNumber(int seed) {
        Random random = new Random(seed);
        family = "family" + seed;
        Api.indicator(family + "-n", "count", "persons");
        Api.indicator(family + "-d", "count", "persons");
        Api.indicator(
                family + "-same",
                Map.of("name", "x", "unit", "persons", "kind", "count", "sameFigureAs", family + "-n"));
        Api.indicator(
                family + "-share",
                Map.of(
                        "name",
                        "x",
                        "unit",
                        "percent",
                        "kind",
                        "ratio",
                        "shareOf",
                        Map.of("numerator", family + "-n", "denominator", family + "-d")));
        SPACES.forEach(space -> draw(random, space));
        List<String> order = new ArrayList<>(List.of("n", "d", "same", "share"));
        Collections.shuffle(order, random);

        order.forEach(this::releaseAndRead);
        draw(random, SPACES.get(random.nextInt(SPACES.size())));
        Collections.shuffle(order, random);
        order.forEach(this::releaseAndRead);

        assertThat(attacker.findings()).isEmpty();
    }

    private void draw(Random random, String space) {
        int few = space.endsWith("1") || random.nextInt(4) == 0 ? 1 + random.nextInt(2) : 3 + random.nextInt(40);
        cases.put(space, few);
        groups.put(space, few + 120 + random.nextInt(400));
    }

    private void releaseAndRead(String which) {
        StringBuilder file = new StringBuilder("raum;a\n");
        for (String space : SPACES) {
            String value = which.equals("share")
                    ? BigDecimal.valueOf(100L * cases.get(space))
                            .divide(BigDecimal.valueOf(groups.get(space)), 6, RoundingMode.HALF_UP)
                            .toPlainString()
                            .replace('.', ',')
                    : Integer.toString((which.equals("d") ? groups : cases).get(space));
            file.append(space).append(';').append(value).append('\n');
        }
        String id = Api.check("steward", file.toString(), Api.mapping(family + "-" + which, "2022"))
                .getString("id");
        if (Api.approval(id).extract().statusCode() == 202) {
            Api.await("steward2", id, "RELEASED", "REJECTED");
        }
        read();
    }

    /** What everybody sees now; a number that stays what it is has one name, whenever it is read. */
    private void read() {
        Map<String, String> names = new HashMap<>();
        Map<String, Integer> exact = new HashMap<>();
        JsonPath known = Api.values("steward", "indicator=" + codes("n", "d", "same") + EVERYWHERE);
        for (Map<String, Object> each : known.<Map<String, Object>>getList("items")) {
            String at = each.get("indicator") + "@" + each.get("space");
            if (each.get("value") != null) {
                exact.put(at, ((Number) each.get("value")).intValue());
                names.put(at, at + "=" + each.get("value"));
            }
        }
        JsonPath seen = Api.values(null, "indicator=" + codes("n", "d", "same") + EVERYWHERE);
        for (Map<String, Object> each : seen.<Map<String, Object>>getList("items")) {
            String at = each.get("indicator") + "@" + each.get("space");
            if (each.get("value") != null) {
                attacker.sees(names.get(at), exact.get(at));
                open.add(names.get(at));
            } else if (names.containsKey(at)) {
                attacker.seesMark(names.get(at), 1);
            }
        }
        for (String which : List.of("n", "d", "same")) {
            SUMS.forEach((whole, parts) -> addUp(names, which, whole, parts));
        }
        names.keySet().stream().filter(at -> at.startsWith(family + "-n@")).forEach(at -> {
            String other = at.replace("-n@", "-same@");
            if (exact.get(at).equals(exact.get(other))) {
                attacker.sum(Map.of(names.get(at), 1.0, names.get(other), -1.0));
            }
        });
        readShares(names, exact);
    }

    private void addUp(Map<String, String> names, String which, String whole, List<String> parts) {
        String code = family + "-" + which + "@";
        if (names.containsKey(code + whole) && parts.stream().allMatch(part -> names.containsKey(code + part))) {
            Map<String, Double> sum = new HashMap<>();
            sum.put(names.get(code + whole), -1.0);
            parts.forEach(part -> sum.put(names.get(code + part), 1.0));
            attacker.sum(sum);
        }
    }

    /** A public share of a public group gives its cases. */
    private void readShares(Map<String, String> names, Map<String, Integer> exact) {
        JsonPath shares = Api.values(null, "indicator=" + codes("share") + EVERYWHERE);
        for (Map<String, Object> each : shares.<Map<String, Object>>getList("items")) {
            String cases = family + "-n@" + each.get("space");
            String group = family + "-d@" + each.get("space");
            if (each.get("value") != null && exact.containsKey(cases) && exact.containsKey(group)) {
                double share = ((Number) each.get("value")).doubleValue();
                long found = Math.round(share * exact.get(group) / 100);
                if (open.contains(names.get(group)) && found == exact.get(cases)) {
                    attacker.sees(names.get(cases), exact.get(cases));
                }
            }
        }
    }

    private String codes(String... which) {
        return String.join(
                ",", List.of(which).stream().map(each -> family + "-" + each).toList());
    }
}
