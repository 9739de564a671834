package de.quartierwerk.classification.scheme;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import de.quartierwerk.classification.method.Coded;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Writes the words of the scheme language in answers as documents write them. */
@Singleton
public class SchemeJson implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new SimpleModule("scheme-words").addSerializer(Coded.class, new Words()));
    }

    private static final class Words extends JsonSerializer<Coded> {
        @Override
        public void serialize(Coded word, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(word.code());
        }
    }
}
