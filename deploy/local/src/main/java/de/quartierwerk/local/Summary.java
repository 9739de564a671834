package de.quartierwerk.local;

/** What the command prints when all is ready. */
final class Summary {
    private Summary() {}

    static String of(LocalSettings settings, String demonstration, String howToStop) {
        StringBuilder text = new StringBuilder("\n");
        if (!demonstration.isEmpty()) {
            text.append(demonstration).append('\n');
        }
        text.append("Addresses\n");
        line(text, "overview", settings.address(LocalService.REPORTING) + "/");
        for (LocalService service : LocalService.values()) {
            line(text, service.root(), settings.address(service) + "/docs");
        }
        line(text, "Keycloak", "http://localhost:" + settings.keycloakPort() + "  (console: admin, password admin)");
        line(text, "realm", settings.realm());
        line(
                text,
                "PostgreSQL",
                "127.0.0.1:" + settings.postgresPort() + "  (passwords in "
                        + settings.data().resolve("passwords.properties") + ")");
        line(text, "Kafka", "127.0.0.1:" + settings.kafkaPort() + "  (users and passwords there too)");
        text.append("""

                Users, password = name
                  planner, steward, steward2, funding-officer, funding-officer2, clerk, auditor, admin   everywhere
                  municipal-planner                          municipality 99001001
                  planner-elsewhere, steward-elsewhere       district 99002
                  supplier, supplier2                        organisations verband-a, verband-b
                A token
                """);
        text.append(
                        "  curl -s -d grant_type=password -d client_id=quartierwerk-cli -d username=planner -d password=planner \\\n")
                .append("    ")
                .append(settings.realm())
                .append("/protocol/openid-connect/token\n\n");
        line(text, "logs", settings.logs().toString());
        return text.append(howToStop).append('\n').toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(String.format("  %-18s %s%n", name, value));
    }
}
