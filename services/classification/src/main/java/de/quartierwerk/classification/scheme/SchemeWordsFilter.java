package de.quartierwerk.classification.scheme;

import de.quartierwerk.classification.method.Coded;
import de.quartierwerk.classification.method.Combine;
import de.quartierwerk.classification.method.Condition;
import de.quartierwerk.classification.method.Measure;
import de.quartierwerk.classification.method.Polarity;
import de.quartierwerk.classification.method.PolarityOrder;
import de.quartierwerk.classification.method.Standardise;
import de.quartierwerk.classification.method.Ties;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Lets the schemas of the scheme language's words list them as answers write them. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class SchemeWordsFilter implements OASFilter {
    private static final List<Class<? extends Enum<? extends Coded>>> WORDS = List.of(
            Combine.class,
            Condition.Operator.class,
            Measure.class,
            Polarity.class,
            PolarityOrder.class,
            Standardise.class,
            Ties.class);

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null || document.getComponents().getSchemas() == null) {
            return;
        }
        for (Class<? extends Enum<? extends Coded>> type : WORDS) {
            Schema schema = document.getComponents().getSchemas().get(type.getSimpleName());
            if (schema != null) {
                schema.setEnumeration(Arrays.stream(type.getEnumConstants())
                        .<Object>map(word -> ((Coded) word).code())
                        .toList());
            }
        }
    }
}
