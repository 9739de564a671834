package de.quartierwerk.setup;

import de.quartierwerk.local.LocalService;
import de.quartierwerk.servers.Databases;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Makes a role and a database for each service and for Keycloak, over JDBC, so that the server needs no client
 * programs.
 *
 * @param passwords by role
 */
record DatabaseSetup(Databases databases, Map<String, String> passwords) {
    private static final String OWNERS = "databases";

    static DatabaseSetup of(SetupSettings settings) {
        String server = settings.required("QUARTIERWERK_DATABASE_SERVER");
        return new DatabaseSetup(
                new Databases(
                        "jdbc:postgresql://" + server + "/postgres",
                        settings.optional("QUARTIERWERK_DATABASE_SUPERUSER", "postgres"),
                        settings.secret("postgres")),
                settings.secrets(OWNERS));
    }

    void run() {
        List<String> owners = new ArrayList<>(List.of("keycloak"));
        Arrays.stream(LocalService.values()).map(LocalService::root).forEach(owners::add);
        for (String owner : owners) {
            if (!passwords.containsKey(owner)) {
                throw new SetupFailure(OWNERS + ": " + owner + " is not set");
            }
        }
        try {
            for (String owner : owners) {
                databases.createRole(owner, passwords.get(owner));
                databases.createDatabase(owner, owner);
            }
        } catch (SQLException e) {
            throw new SetupFailure("Databases cannot be made", e);
        }
        System.out.println("Databases are there: " + String.join(", ", owners));
    }
}
