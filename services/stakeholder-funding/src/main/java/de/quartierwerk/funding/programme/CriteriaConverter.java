package de.quartierwerk.funding.programme;

import com.fasterxml.jackson.core.type.TypeReference;
import de.quartierwerk.funding.document.JsonConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Keeps criteria as a document. */
@Converter
public class CriteriaConverter extends JsonConverter<List<Criterion>> {

    /** For the persistence provider. */
    public CriteriaConverter() {
        super(new TypeReference<>() {});
    }
}
