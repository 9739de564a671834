package de.quartierwerk.demonstration.load;

import java.util.Map;

/**
 * Where the services of a platform answer.
 *
 * @param services scheme, host and port of each service by its root path, e.g. {@code registry}
 * @param realm address of the realm, e.g. {@code http://localhost:8180/realms/quartierwerk}
 */
public record PlatformAddresses(Map<String, String> services, String realm) {

    /** Copies the map. */
    public PlatformAddresses {
        services = Map.copyOf(services);
    }

    /** The usual ports of the local installation, each moved by an offset. */
    public static PlatformAddresses local(int offset) {
        return new PlatformAddresses(
                Map.of(
                        "registry", local(8081, offset),
                        "ingestion", local(8082, offset),
                        "classification", local(8083, offset),
                        "funding", local(8084, offset),
                        "reporting", local(8085, offset)),
                local(8180, offset) + "/realms/quartierwerk");
    }

    private static String local(int port, int offset) {
        return "http://localhost:" + (port + offset);
    }

    /** The full address of a path that begins with a service's root. */
    public String of(String path) {
        String service = path.split("/", 3)[1];
        String address = services.get(service);
        if (address == null) {
            throw new IllegalArgumentException("no service answers " + path);
        }
        return address + path;
    }
}
