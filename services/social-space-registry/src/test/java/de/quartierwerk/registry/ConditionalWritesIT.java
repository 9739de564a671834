package de.quartierwerk.registry;

import static de.quartierwerk.registry.RegistryClient.putLevel;
import static de.quartierwerk.registry.RegistryClient.putSpace;

import de.quartierwerk.kit.testing.ConditionalWritesTest;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class ConditionalWritesIT extends ConditionalWritesTest {
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @Override
    protected Map<String, Supplier<Existing>> things() {
        return Map.of(
                "putLevel",
                ConditionalWritesIT::level,
                "deleteLevel",
                () -> new Existing("planner", level().path(), null),
                "putSpace",
                ConditionalWritesIT::space);
    }

    private static Existing level() {
        String code = "conditional-" + NUMBERS.incrementAndGet();
        putLevel(code, 50).statusCode(201);
        return new Existing("planner", "/registry/v1/levels/" + code, "{\"name\":\"Anders\",\"rank\":51}");
    }

    private static Existing space() {
        String key = "conditional-" + NUMBERS.incrementAndGet();
        putSpace("planner", key, null, "{\"name\":\"Erst\",\"level\":\"district\",\"validFrom\":\"2020-01-01\"}")
                .statusCode(201);
        return new Existing("planner", "/registry/v1/spaces/" + key, "{\"name\":\"Dann\"}");
    }
}
