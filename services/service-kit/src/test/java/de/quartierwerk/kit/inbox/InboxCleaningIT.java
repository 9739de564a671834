package de.quartierwerk.kit.inbox;

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

/** Ids of what was received are kept for their time, no longer. */
@QuarkusTest
class InboxCleaningIT {
    private final Inbox inbox;
    private final DataSource database;

    InboxCleaningIT(Inbox inbox, DataSource database) {
        this.inbox = inbox;
        this.database = database;
    }

    @Test
    void forgetsWhatIsOlderThanNinetyDays() throws SQLException {
        // Given
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into inbox (id, type, received_at) values
                        ('cleaning-old', 't', now() - interval '91 days'),
                        ('cleaning-young', 't', now() - interval '89 days')""");
        }
        // When
        inbox.clean();
        // Then
        assertThat(left()).containsExactly("cleaning-young");
    }

    private List<String> left() throws SQLException {
        List<String> ids = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("delete from inbox where id like 'cleaning-%' returning id")) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }
}
