package de.quartierwerk.classification.run.compute;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.classification.Api;
import de.quartierwerk.classification.Neighbours;
import de.quartierwerk.classification.SchemeDocuments;
import de.quartierwerk.events.ProtectedValues;
import de.quartierwerk.events.SocialSpace;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * The same inputs give the same bytes: whenever, in whatever order they came, in whatever process they are computed.
 */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class SameBytesIT {
    private static final int SPACES = 60;
    private static final Map<String, Object> QUANTILES = Map.of(
            "method",
            "quantiles",
            "quantileType",
            "7",
            "codes",
            List.of("1", "2", "3", "4"),
            "labels",
            List.of("a", "b", "c", "d"));

    @Inject
    DataSource database;

    /** Batches of three indicators; what they hold depends on nothing but the seed. */
    private static List<ProtectedValues> batches(String name, Instant recordedAt) {
        Random random = new Random(42);
        List<ProtectedValues> batches = new ArrayList<>();
        UUID release = UUID.randomUUID();
        for (int c = 0; c < 3; c++) {
            Neighbours.Batch even = new Neighbours.Batch(name + "-" + c, 2020);
            Neighbours.Batch odd = new Neighbours.Batch(name + "-" + c, 2020);
            for (int i = 0; i < SPACES; i++) {
                (i % 2 == 0 ? even : odd).value(key(name, i), Math.rint(random.nextDouble() * 1e6) / 1e4 + 0.0001);
            }
            batches.add(even.event(release, recordedAt, 2 * c, 6));
            batches.add(odd.event(release, recordedAt, 2 * c + 1, 6));
        }
        return batches;
    }

    private static String key(String name, int i) {
        return String.format("%s-%03d", name, i);
    }

    private static void given(String name) {
        Neighbours.level(name, 40);
        for (int c = 0; c < 3; c++) {
            Neighbours.indicator(name + "-" + c, "mean", "burden");
        }
    }

    private static void spaces(String name) {
        List<SocialSpace> spaces = new ArrayList<>();
        for (int i = 0; i < SPACES; i++) {
            spaces.add(Neighbours.space(name, key(name, i)));
        }
        Collections.shuffle(spaces, new Random(1));
        Neighbours.spaces(spaces);
    }

    private static void store(String name) {
        List<Map<String, Object>> components = SchemeDocuments.components(name + "-0", name + "-1", name + "-2");
        components.get(1).put("transform", "log");
        components.get(2).put("standardise", "rank-exponential");
        Api.stored(SchemeDocuments.scheme(name, name, List.of(SchemeDocuments.index("i", components, QUANTILES))));
    }

    private static String bytes(String name, String run) {
        String json = Api.as("planner").get("/runs/" + run + "/results").asString();
        String csv = Api.as("planner")
                .accept("text/csv")
                .get("/runs/" + run + "/results")
                .asString();
        return (json + csv).replace(name, "x");
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theOrderOfArrivalDoesNotMatterAndAnyProcessGivesTheseBytes() {
        Instant now = Instant.now();
        given("oa");
        spaces("oa");
        batches("oa", now).forEach(Neighbours::send);
        store("oa");
        given("ob");
        List<ProtectedValues> turned = batches("ob", now);
        Collections.reverse(turned);
        turned.forEach(Neighbours::send);
        spaces("ob");
        store("ob");

        String first = bytes("oa", Api.run(Map.of("scheme", "oa", "period", "2020")));
        String second = bytes("ob", Api.run(Map.of("scheme", "ob", "period", "2020")));

        assertThat(second).isEqualTo(first);
        assertThat(hash(first)).isEqualTo("4f31c417d7d9d081909cf28ad9e4d5d8e1c53551f1b3bfc4a4699fda15075c7b");
    }

    @Test
    void whatArrivesWhileARunIsWaitingDoesNotLeakIntoIt() throws SQLException {
        given("lk");
        spaces("lk");
        batches("lk", Instant.now()).forEach(Neighbours::send);
        store("lk");
        String expected = bytes("lk", Api.run(Map.of("scheme", "lk", "period", "2020")));
        String held;
        String waiting;
        String later;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table result in access exclusive mode");
            held = start("lk");
            waiting = start("lk");
            Neighbours.release(
                    new Neighbours.Batch("lk-0", 2020).value(key("lk", 0), 1e6).value(key("lk", 1), -1e6));
            Neighbours.spaces(List.of(Neighbours.space("lk", "lk-999")));
            later = start("lk");
            connection.rollback();
        }
        Api.ended(held);
        Api.ended(waiting);
        Api.ended(later);

        assertThat(bytes("lk", held)).isEqualTo(expected);
        assertThat(bytes("lk", waiting)).isEqualTo(expected);
        assertThat(bytes("lk", later)).isNotEqualTo(expected);
    }

    private static String start(String scheme) {
        return Api.as("planner")
                .body(Map.of("scheme", scheme, "period", "2020"))
                .post("/runs")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }
}
