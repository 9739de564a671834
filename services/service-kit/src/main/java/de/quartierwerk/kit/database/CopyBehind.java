package de.quartierwerk.kit.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.postgresql.copy.CopyIn;

/**
 * Loads rows by COPY while the caller makes more of them: each portion on a thread beside the caller's, all in the
 * caller's transaction. Other statements of the transaction wait until the portion under way is loaded, since both
 * share the connection. To be closed before the transaction ends; a portion that fails is told by the next call.
 */
public final class CopyBehind implements AutoCloseable {
    private static final Executor THREADS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "copy-behind");
        thread.setDaemon(true);
        return thread;
    });

    private final Connection connection;
    private final String into;
    private CompletableFuture<Void> loading = CompletableFuture.completedFuture(null);

    CopyBehind(Connection connection, String into) {
        this.connection = connection;
        this.into = into;
    }

    /** Begins to load rows, once those before are loaded, and empties them; does nothing where there are none. */
    public void copy(CopyRows... buffers) {
        await();
        List<byte[]> portion = Arrays.stream(buffers)
                .filter(rows -> !rows.isEmpty())
                .map(CopyRows::take)
                .toList();
        if (portion.isEmpty()) {
            return;
        }
        try {
            CopyIn begun = CopyLoader.begin(connection, into);
            boolean handedOver = false;
            try {
                loading = CompletableFuture.runAsync(() -> load(begun, portion), THREADS);
                handedOver = true;
            } finally {
                if (!handedOver) {
                    begun.cancelCopy();
                }
            }
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private static void load(CopyIn begun, List<byte[]> portion) {
        try {
            CopyLoader.load(begun, copy -> {
                for (byte[] rows : portion) {
                    copy.writeToCopy(rows, 0, rows.length);
                }
            });
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private void await() {
        CompletableFuture<Void> last = loading;
        loading = CompletableFuture.completedFuture(null);
        try {
            last.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof SqlFailure failure ? failure : e;
        }
    }

    /** Waits until all rows are loaded. */
    @Override
    public void close() {
        try (connection) {
            await();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }
}
