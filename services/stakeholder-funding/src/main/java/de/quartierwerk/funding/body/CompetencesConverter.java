package de.quartierwerk.funding.body;

import com.fasterxml.jackson.core.type.TypeReference;
import de.quartierwerk.funding.document.JsonConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Keeps competences as a document. */
@Converter
public class CompetencesConverter extends JsonConverter<List<Competence>> {

    /** For the persistence provider. */
    public CompetencesConverter() {
        super(new TypeReference<>() {});
    }
}
