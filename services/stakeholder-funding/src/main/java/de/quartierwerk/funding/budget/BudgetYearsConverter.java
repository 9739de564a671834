package de.quartierwerk.funding.budget;

import com.fasterxml.jackson.core.type.TypeReference;
import de.quartierwerk.funding.document.JsonConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Keeps the years of a line as a document. */
@Converter
public class BudgetYearsConverter extends JsonConverter<List<BudgetYear>> {

    /** For the persistence provider. */
    public BudgetYearsConverter() {
        super(new TypeReference<>() {});
    }
}
