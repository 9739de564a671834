package de.quartierwerk.ingestion.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How an indicator's delivered values hang together with others (Zusammenhänge).
 *
 * @param relations indicators that add up
 * @param sameFigureAs code of an indicator that shows the same figure; of a share, its numerator
 * @param shareOf the counts behind it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Relations", description = "How an indicator hangs together with others")
public record Relations(
        @Nullable List<Relation> relations,

        @Schema(examples = "unemployed-persons") @Nullable String sameFigureAs,
        @Nullable ShareOf shareOf) {

    /** It stands by itself. */
    public static final Relations NONE = new Relations(null, null, null);

    /** Copies the list. */
    public Relations {
        relations = relations == null ? null : List.copyOf(relations);
    }

    /** The relations that are stated. */
    public List<Relation> stated() {
        return relations == null ? List.of() : relations;
    }

    /** All codes that are named. */
    public Set<String> codes() {
        Set<String> codes = new LinkedHashSet<>();
        stated().forEach(relation -> {
            codes.add(relation.total());
            codes.addAll(relation.parts());
        });
        if (sameFigureAs != null) {
            codes.add(sameFigureAs);
        }
        if (shareOf != null) {
            codes.add(shareOf.numerator());
            codes.add(shareOf.denominator());
        }
        return codes;
    }
}
