package de.quartierwerk.kit.audit;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.kit.identity.Caller;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The audit trail: who changed what, when, from what to what. An entry is written in the transaction of the change, so
 * that neither is there without the other. It never holds an exact value that must stay secret; that is the caller's
 * duty.
 */
@ApplicationScoped
public class Audit {

    private static final String INSERT =
            "insert into audit_entry (actor, action, subject, before, after) values (?, ?, ?, ?::jsonb, ?::jsonb)";

    private final DataSource database;
    private final ObjectMapper json;
    private final Caller caller;
    private final String application;

    Audit(
            DataSource database,
            ObjectMapper json,
            Caller caller,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.database = database;
        this.json = json;
        this.caller = caller;
        this.application = application;
    }

    /**
     * Writes an entry in the present transaction; the actor is the caller, or the service itself outside of a request.
     *
     * @param action in the past tense, e.g. {@code space-changed}
     * @param subject what was changed, e.g. {@code spaces/01011101}
     * @param before as JSON, null where there was nothing
     * @param after as JSON, null where nothing is left
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(String action, String subject, Object before, Object after) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, actor());
            insert.setString(2, action);
            insert.setString(3, subject);
            insert.setString(4, text(before));
            insert.setString(5, text(after));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("audit entry not written", e);
        }
    }

    private String actor() {
        boolean request = Arc.container().requestContext().isActive();
        return request && !caller.anonymous() ? caller.name() : application;
    }

    private String text(Object value) {
        try {
            return value == null ? null : json.writeValueAsString(value);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not serialisable for the audit trail", e);
        }
    }
}
