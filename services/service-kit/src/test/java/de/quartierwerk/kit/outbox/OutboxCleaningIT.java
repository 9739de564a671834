package de.quartierwerk.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Events are kept for their time after they were sent, no longer. */
@QuarkusTest
class OutboxCleaningIT {
    private final Relay relay;
    private final DataSource database;

    OutboxCleaningIT(Relay relay, DataSource database) {
        this.relay = relay;
        this.database = database;
    }

    @Test
    void forgetsWhatWasSentMoreThanSevenDaysAgo() throws SQLException {
        // Given
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into outbox (id, topic, key, type, subject, version, time, data, sent_at)
                    select gen_random_uuid(), 'cleaning', days, 't', 's', 1, now(), '{}', now() - days * interval '1 day'
                    from unnest(array[6, 8]) as days""");
        }
        // When
        relay.clean();
        // Then
        assertThat(left()).containsExactly("6");
    }

    private List<String> left() throws SQLException {
        List<String> keys = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("delete from outbox where topic = 'cleaning' returning key")) {
            while (rows.next()) {
                keys.add(rows.getString(1));
            }
        }
        return keys;
    }
}
