package de.quartierwerk.kit.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Loads many rows by PostgreSQL's COPY, in the present transaction or in one of its own. {@code into} names the table
 * with its columns: {@code "value (space, period)"}.
 */
@ApplicationScoped
@Transactional
public class CopyLoader {
    private static final int CHARACTERS_AT_ONCE = 1 << 20;

    private final DataSource database;

    CopyLoader(DataSource database) {
        this.database = database;
    }

    /** Hands rows to a COPY. */
    interface Loading {
        void by(CopyIn copy) throws SQLException;
    }

    /** Loads rows by one COPY and empties them; does nothing where there are none. */
    public void load(String into, CopyRows rows) {
        if (!rows.isEmpty()) {
            load(into, copy -> write(copy, rows));
        }
    }

    /** Loads rows, each as {@link CopyRows#row} takes it, and makes them while the server takes those before. */
    public void load(String into, Iterator<? extends List<?>> rows) {
        load(into, copy -> {
            CopyRows portion = new CopyRows();
            while (rows.hasNext()) {
                portion.row(rows.next());
                if (portion.size() >= CHARACTERS_AT_ONCE) {
                    write(copy, portion);
                }
            }
            write(copy, portion);
        });
    }

    /** Loads rows in the present transaction, which must be running, while the caller makes more of them. */
    @Transactional(Transactional.TxType.MANDATORY)
    public CopyBehind loadBehind(String into) {
        try {
            return new CopyBehind(database.getConnection(), into);
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private static void write(CopyIn copy, CopyRows rows) throws SQLException {
        byte[] bytes = rows.take();
        copy.writeToCopy(bytes, 0, bytes.length);
    }

    private void load(String into, Loading loading) {
        try (Connection connection = database.getConnection()) {
            load(begin(connection, into), loading);
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    static CopyIn begin(Connection connection, String into) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + into + " from stdin");
    }

    static void load(CopyIn copy, Loading loading) throws SQLException {
        try {
            loading.by(copy);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
