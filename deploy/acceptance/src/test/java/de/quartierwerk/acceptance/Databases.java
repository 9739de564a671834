package de.quartierwerk.acceptance;

import de.quartierwerk.local.LocalPlatform;
import de.quartierwerk.local.LocalService;
import de.quartierwerk.local.LocalSettings;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Looks into the services' databases, as their owners. */
public final class Databases {

    private final LocalSettings settings;

    public Databases(LocalPlatform platform) {
        this(platform.settings());
    }

    Databases(LocalSettings settings) {
        this.settings = settings;
    }

    /** The rows of a query, each as the text of its columns. */
    public List<List<String>> query(LocalService service, String sql) throws SQLException, IOException {
        try (Connection connection = open(service);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<List<String>> found = new ArrayList<>();
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(String.valueOf(rows.getString(i)));
                }
                found.add(row);
            }
            return found;
        }
    }

    /** The only number of a query. */
    public long number(LocalService service, String sql) throws SQLException, IOException {
        return Long.parseLong(query(service, sql).get(0).get(0));
    }

    /** The only number of a query, for conditions. */
    public long count(LocalService service, String sql) {
        try {
            return number(service, sql);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Changes something. */
    public void execute(LocalService service, String sql) throws SQLException, IOException {
        try (Connection connection = open(service);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Changes something that only PostgreSQL's superuser may. */
    public void executeAsSuperuser(String sql) throws SQLException, IOException {
        try (Connection connection = open("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A connection of its own. */
    public Connection open(LocalService service) throws SQLException, IOException {
        return open(service.root());
    }

    /** @param name of a user, which is also that of its database */
    private Connection open(String name) throws SQLException, IOException {
        Properties passwords = new Properties();
        try (Reader reader = Files.newBufferedReader(settings.data().resolve("passwords.properties"))) {
            passwords.load(reader);
        }
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + settings.postgresPort() + "/" + name,
                name,
                passwords.getProperty(name));
    }
}
