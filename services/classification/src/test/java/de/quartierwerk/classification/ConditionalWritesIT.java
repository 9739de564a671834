package de.quartierwerk.classification;

import de.quartierwerk.kit.testing.ConditionalWritesTest;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class ConditionalWritesIT extends ConditionalWritesTest {
    @Override
    protected Map<String, Supplier<Existing>> things() {
        return Map.of("putScheme", ConditionalWritesIT::scheme, "approveScheme", ConditionalWritesIT::approval);
    }

    @Override
    protected Set<String> conditionalPosts() {
        return Set.of("approveScheme");
    }

    private static Existing scheme() {
        String code = stored();
        return new Existing("planner", "/classification/v1/schemes/" + code, """
                {"code": "%s", "title": "Anders", "level": "written-area", "needs": [{"code": "N", "title": "N",
                    "when": {"indicator": "registry:area-km2", "measure": "value", "op": ">", "value": 1}}]}""".formatted(code));
    }

    private static Existing approval() {
        return new Existing("steward", "/classification/v1/schemes/" + stored() + "/versions/1/approval", "{}", false);
    }

    private static String stored() {
        Neighbours.level("written-area", 40);
        String code = "written-" + UUID.randomUUID().toString().substring(0, 8);
        Map<String, Object> scheme = new LinkedHashMap<>();
        scheme.put("code", code);
        scheme.put("title", "Geschrieben");
        scheme.put("level", "written-area");
        scheme.put(
                "needs",
                List.of(SchemeDocuments.need(
                        "N", SchemeDocuments.figure("registry:area-km2", "value", "all", ">", 0))));
        Api.stored(scheme);
        return code;
    }
}
