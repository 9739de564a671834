package de.quartierwerk.kit.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.Arguments;
import org.jdbi.v3.core.argument.NullArgument;
import org.jdbi.v3.core.array.SqlArrayTypes;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.transaction.CMTTransactionHandler;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jspecify.annotations.Nullable;

/**
 * Gives the one {@link Jdbi} of a service. It takes its connections from the pool that Hibernate uses, so that both
 * work in the same transaction of the container, and never begins or ends one itself.
 */
class JdbiProvider {
    private static final int ROWS_AT_ONCE = 5000;

    @Produces
    @Singleton
    Jdbi jdbi(DataSource database, ObjectMapper json, StatementCount statementCount) {
        Jdbi jdbi = Jdbi.create(database)
                .setTransactionHandler(new CMTTransactionHandler())
                .installPlugin(new PostgresPlugin())
                .registerArgument(new JsonArgument(json))
                .registerArgument(new InstantArgument())
                .setSqlLogger(statementCount);
        jdbi.configure(Handles.class, handles -> handles.setForceEndTransactions(false));
        jdbi.configure(Arguments.class, arguments -> arguments.setUntypedNullArgument(new NullArgument(Types.NULL)));
        jdbi.configure(
                SqlArrayTypes.class,
                arrays -> arrays.register(String.class, "text").register(BigDecimal.class, "numeric"));
        // values of a statement may be secret: they stay out of messages, and so out of logs
        jdbi.configure(
                StatementExceptions.class,
                failures -> failures.setMessageRendering(StatementExceptions.MessageRendering.NONE));
        jdbi.configure(SqlStatements.class, statements -> statements.addCustomizer(new FetchSize(ROWS_AT_ONCE)));
        return jdbi;
    }

    private static final class JsonArgument extends AbstractArgumentFactory<Json> {
        private final ObjectMapper json;

        JsonArgument(ObjectMapper json) {
            super(Types.OTHER);
            this.json = json;
        }

        @Override
        protected Argument build(Json document, ConfigRegistry config) {
            return (position, statement, context) -> statement.setObject(position, text(document), Types.OTHER);
        }

        private @Nullable String text(Json document) {
            try {
                return document.value() == null ? null : json.writeValueAsString(document.value());
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException("Not to be written as JSON", e);
            }
        }
    }

    private static final class InstantArgument extends AbstractArgumentFactory<Instant> {
        InstantArgument() {
            super(Types.TIMESTAMP_WITH_TIMEZONE);
        }

        @Override
        protected Argument build(Instant instant, ConfigRegistry config) {
            return (position, statement, context) -> statement.setObject(position, instant.atOffset(ZoneOffset.UTC));
        }
    }

    /** Lets long results be read piece by piece instead of all at once. */
    private record FetchSize(int rows) implements org.jdbi.v3.core.statement.StatementCustomizer {
        @Override
        public void beforeExecution(java.sql.PreparedStatement statement, StatementContext context)
                throws java.sql.SQLException {
            statement.setFetchSize(rows);
        }
    }
}
