package de.quartierwerk.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.servers.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads YAML files of the checkout, and overlays as {@code kubectl kustomize} renders them. */
final class Yamls {
    static final Path CHECKOUT = Folders.checkout();

    private static final int LARGEST = 64 * 1024 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    private Yamls() {}

    static JsonNode file(String name) throws IOException {
        return documents(Files.readString(CHECKOUT.resolve(name))).get(0);
    }

    static List<JsonNode> documents(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LARGEST);
        options.setMaxAliasesForCollections(1000);
        List<JsonNode> documents = new ArrayList<>();
        for (Object document : new Yaml(new SafeConstructor(options)).loadAll(text)) {
            documents.add(JSON.valueToTree(document));
        }
        return documents;
    }

    /** Whether {@code kubectl} is there. */
    static boolean canRender() throws InterruptedException {
        try {
            return new ProcessBuilder("kubectl", "version", "--client")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    static List<JsonNode> overlay(String name) throws IOException, InterruptedException {
        Path file = Files.createTempFile("overlay", ".yaml");
        try {
            int status = new ProcessBuilder(
                            "kubectl",
                            "kustomize",
                            CHECKOUT.resolve("k8s/overlays/" + name).toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .redirectOutput(file.toFile())
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IOException("kubectl kustomize ends with " + status);
            }
            return documents(Files.readString(file));
        } finally {
            Files.delete(file);
        }
    }
}
