package de.quartierwerk.kit.database;

import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Counts the SQL statements of each request, those of Hibernate and those of Jdbi; background work is not counted. */
@Singleton
public class StatementCount implements SqlLogger {
    private static final String KEY = StatementCount.class.getName();

    /** Statements of the present request so far; 0 outside of a request. */
    public int ofRequest() {
        AtomicInteger counter = counter();
        return counter == null ? 0 : counter.get();
    }

    @Override
    public void logBeforeExecution(StatementContext context) {
        count();
    }

    static void count() {
        AtomicInteger counter = counter();
        if (counter != null) {
            counter.incrementAndGet();
        }
    }

    private static @Nullable AtomicInteger counter() {
        if (!VertxContext.isOnDuplicatedContext()) {
            return null;
        }
        AtomicInteger known = ContextLocals.get(KEY, null);
        if (known != null) {
            return known;
        }
        AtomicInteger counter = new AtomicInteger();
        ContextLocals.put(KEY, counter);
        return counter;
    }
}
