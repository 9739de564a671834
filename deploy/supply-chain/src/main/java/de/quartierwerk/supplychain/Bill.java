package de.quartierwerk.supplychain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** Bills of materials (CycloneDX 1.6): one per service, made by the build, and one for the installation. */
final class Bill {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** What the installation consists of: the services, and the servers below them. */
    static final List<String> MODULES = List.of(
            "services/social-space-registry",
            "services/indicator-ingestion",
            "services/classification",
            "services/stakeholder-funding",
            "services/reporting",
            "deploy/servers");

    private Bill() {}

    /**
     * Joins the bills of the modules into that of the installation.
     *
     * @param arguments the checkout's root, and the file to write
     */
    public static void main(String[] arguments) throws IOException {
        Path written = Path.of(arguments[1]);
        Files.createDirectories(written.toAbsolutePath().getParent());
        Files.writeString(written, JSON.writeValueAsString(installation(Path.of(arguments[0]))) + "\n");
    }

    /** The parts of a bill. */
    static List<Part> parts(JsonNode bill) {
        return StreamSupport.stream(bill.path("components").spliterator(), false)
                .map(Part::of)
                .sorted(Comparator.comparing(Part::toString))
                .toList();
    }

    /** Each part once, in the order of its reference, so that two builds give the same bytes. */
    static ObjectNode installation(Path checkout) throws IOException {
        Map<String, JsonNode> components = new TreeMap<>();
        Map<String, JsonNode> dependencies = new TreeMap<>();
        ArrayNode modules = JSON.createArrayNode();
        for (String module : MODULES) {
            JsonNode bill = read(checkout.resolve(module).resolve("target/bom.json"));
            JsonNode itself = bill.at("/metadata/component");
            modules.add(itself.path("bom-ref"));
            components.put(itself.path("bom-ref").asText(), itself);
            bill.path("components")
                    .forEach(each -> components.put(each.path("bom-ref").asText(), each));
            bill.path("dependencies")
                    .forEach(each -> dependencies.put(each.path("ref").asText(), each));
        }
        dependencies.put(
                "quartierwerk",
                JSON.createObjectNode().put("ref", "quartierwerk").set("dependsOn", modules));
        ObjectNode bill = JSON.createObjectNode()
                .put("bomFormat", "CycloneDX")
                .put("specVersion", "1.6")
                .put("version", 1);
        bill.putObject("metadata")
                .putObject("component")
                .put("type", "platform")
                .put("bom-ref", "quartierwerk")
                .put("name", "Quartierwerk");
        bill.putArray("components").addAll(components.values());
        bill.putArray("dependencies").addAll(dependencies.values());
        return bill;
    }

    static JsonNode read(Path file) throws IOException {
        return JSON.readTree(Files.readAllBytes(file));
    }
}
