package de.quartierwerk.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All rules together. */
final class Rules {
    private static final Pattern VARIABLE = Pattern.compile("QUARTIERWERK_[A-Z_]*[A-Z]");
    private static final List<String> READERS =
            List.of("services/service-kit/src/main/resources/META-INF", "deploy/setup/src/main/java");

    private final JsonNode compose;
    private final Set<String> declared;

    private Rules(JsonNode compose, Set<String> declared) {
        this.compose = compose;
        this.declared = declared;
    }

    static Rules ofCheckout() throws IOException {
        Set<String> declared = new TreeSet<>();
        for (String reader : READERS) {
            try (Stream<Path> files = Files.walk(Yamls.CHECKOUT.resolve(reader))) {
                files.filter(Files::isRegularFile).forEach(file -> read(file, declared));
            }
        }
        return new Rules(Yamls.file("docker-compose.yml"), declared);
    }

    private static void read(Path file, Set<String> declared) {
        try {
            Matcher variable = VARIABLE.matcher(Files.readString(file));
            while (variable.find()) {
                declared.add(variable.group());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong, a sentence each. */
    List<String> faults(List<JsonNode> documents) throws IOException {
        Manifests manifests = new Manifests(documents);
        List<String> faults = new ArrayList<>();
        faults.addAll(new PodRules(manifests, compose).faults());
        faults.addAll(new WiringRules(manifests, declared).faults());
        faults.addAll(new GatewayRules(manifests).faults());
        faults.addAll(new BrokerRules(manifests).faults());
        faults.addAll(new NetworkRules(manifests).faults());
        Path schemas = schemas();
        if (Files.isDirectory(schemas)) {
            faults.addAll(new SchemaRules(manifests, schemas).faults());
        }
        return faults;
    }

    static Path schemas() {
        return Paths.get(System.getProperty("quartierwerk.data")).resolve("crds");
    }
}
