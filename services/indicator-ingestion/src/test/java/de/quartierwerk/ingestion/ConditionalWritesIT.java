package de.quartierwerk.ingestion;

import de.quartierwerk.ingestion.testing.Api;
import de.quartierwerk.ingestion.testing.Region;
import de.quartierwerk.kit.testing.ConditionalWritesTest;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;

@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class ConditionalWritesIT extends ConditionalWritesTest {
    private static final String ROOT = "/ingestion/v1";
    private static final String INDICATOR = "{\"name\":\"%s\",\"unit\":\"persons\",\"kind\":\"count\"}";
    private static final String PROFILE = "{\"layout\":\"long\",\"level\":\"%s\"}";
    private static final String ENTRY =
            "{\"title\":\"%s\",\"holder\":\"x\",\"granularity\":\"x\",\"state\":\"missing\"}";
    private static final String EXPECTATION = "{\"organisation\":\"verband-a\",\"indicators\":[\"registry:area-km2\"],"
            + "\"level\":\"social-space\",\"period\":\"%s\",\"due\":\"2020-01-01\"}";
    private static final String LOCK = "{\"period\":\"1990\",\"indicators\":[\"registry:area-km2\"],\"reason\":\"%s\"}";
    private static final String EXCEPTION =
            "{\"organisation\":\"verband-a\",\"expiresAt\":\"2020-01-01T00:00:00Z\",\"reason\":\"%s\"}";

    private final AtomicInteger number = new AtomicInteger();

    @BeforeEach
    void tellOfSpaces() {
        Region.tell();
    }

    @Override
    protected Map<String, Supplier<Existing>> things() {
        return Map.ofEntries(
                Map.entry("writeIndicator", () -> changed("indicators", INDICATOR)),
                Map.entry("importCatalogue", this::catalogue),
                Map.entry("loadShippedCatalogue", () -> posted("steward", "/catalogue/shipped", null)),
                Map.entry("writeProfile", () -> changed("profiles", PROFILE)),
                Map.entry("writeInventoryEntry", () -> changed("inventory", ENTRY)),
                Map.entry("deleteInventoryEntry", () -> removed("inventory", ENTRY)),
                Map.entry("writeExpectation", () -> changed("expectations", EXPECTATION)),
                Map.entry("deleteExpectation", () -> removed("expectations", EXPECTATION)),
                Map.entry("lockPeriod", () -> changed("period-locks", LOCK)),
                Map.entry("unlockPeriod", () -> removed("period-locks", LOCK)),
                Map.entry("exceptFromLock", this::exception),
                Map.entry("releaseObservation", () -> observation("planner", "release", "{\"namesNobody\":true}")),
                Map.entry("refuseObservation", () -> observation("planner", "refusal", "{\"reason\":\"x\"}")),
                Map.entry("withdrawObservation", () -> observation("supplier", "withdrawal", null)));
    }

    @Override
    protected Set<String> conditionalPosts() {
        return Set.of(
                "importCatalogue",
                "loadShippedCatalogue",
                "releaseObservation",
                "refuseObservation",
                "withdrawObservation");
    }

    private Existing changed(String list, String body) {
        return new Existing("steward", removed(list, body).path(), body.formatted("2015"));
    }

    private Existing removed(String list, String body) {
        String path = "/" + list + "/conditional-" + number.incrementAndGet();
        write(path, body.formatted("2014"));
        return new Existing("steward", ROOT + path, null);
    }

    private Existing exception() {
        String path = removed("period-locks", LOCK).path() + "/exceptions/one";
        write(path.substring(ROOT.length()), EXCEPTION.formatted("a"));
        return new Existing("steward", path, EXCEPTION.formatted("b"), false);
    }

    private Existing catalogue() {
        String body = "{\"format\":\"quartierwerk-catalogue-1\",\"indicators\":{\"conditional-%d\":%s}}"
                .formatted(number.incrementAndGet(), INDICATOR.formatted("imported"));
        return new Existing("steward", ROOT + "/catalogue", body);
    }

    private Existing observation(String user, String action, String body) {
        String id = Api.as("supplier")
                .contentType("application/json")
                .body("{\"field\":\"conditional\",\"space\":\"99001001-01\",\"finding\":\"x\",\"certainty\":\"likely\","
                        + "\"sourceKind\":\"survey\"}")
                .post("/observations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return posted(user, "/observations/" + id + "/" + action, body);
    }

    private static Existing posted(String user, String path, String body) {
        return new Existing(user, ROOT + path, body, false);
    }

    private static void write(String path, String body) {
        Api.as("steward")
                .contentType("application/json")
                .body(body)
                .put(path)
                .then()
                .statusCode(Matchers.oneOf(200, 201));
    }
}
