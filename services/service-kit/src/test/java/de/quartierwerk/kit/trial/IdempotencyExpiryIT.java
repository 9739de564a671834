package de.quartierwerk.kit.trial;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.servers.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A key is remembered for its time, no longer. */
@QuarkusTest
class IdempotencyExpiryIT {

    private final DataSource database;

    IdempotencyExpiryIT(DataSource database) {
        this.database = database;
    }

    @Test
    void worksAnewWithAKeyThatHasExpired() throws SQLException {
        String key = UUID.randomUUID().toString();
        Response first = create(key);
        expire(key);

        Response second = create(key);

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.header("Location")).isNotEqualTo(first.header("Location"));
        assertThat(second.header("Idempotency-Replayed")).isNull();
    }

    private static Response create(String key) {
        return given().header("Authorization", "Bearer " + Tokens.of("planner"))
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body("{\"name\":\"expiring\"}")
                .post("/v1/things");
    }

    private void expire(String key) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update idempotency_answer set expires_at = now() - interval '1 second' where key = ?")) {
            update.setString(1, key);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}
