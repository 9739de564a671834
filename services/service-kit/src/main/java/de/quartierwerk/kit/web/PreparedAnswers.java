package de.quartierwerk.kit.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The answers that were made last, by what they were made of; bounded by their bytes. */
@ApplicationScoped
public class PreparedAnswers {
    private final Cache<Object, Prepared> answers;

    PreparedAnswers(@ConfigProperty(name = "quartierwerk.http.prepared-answers") MemorySize most) {
        this.answers = Caffeine.newBuilder()
                .maximumWeight(most.asLongValue())
                .weigher((Object key, Prepared answer) -> answer.size())
                .build();
    }

    /**
     * The answer for a key; those who ask for one that is being made wait for it.
     *
     * @param key all that the answer depends on, with a usual {@code equals}
     * @param make makes the bytes; its failure is the caller's, and nothing is kept
     */
    public Prepared get(Object key, Supplier<byte[]> make) {
        return answers.get(key, missing -> Prepared.of(make.get()));
    }
}
