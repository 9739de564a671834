package de.quartierwerk.funding.programme;

import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Programmes, for the features that apply them. */
@ApplicationScoped
public class Programmes {

    private final ProgrammeRepository repository;

    Programmes(ProgrammeRepository repository) {
        this.repository = repository;
    }

    /**
     * The programme of this code, or a refusal with 422.
     *
     * @param pointer JSON pointer of the reference
     */
    public ProgrammeBody require(String pointer, String code) {
        ProgrammeEntity entity = repository.find(code);
        if (entity == null) {
            throw new Invalid(
                    "programme.unknown", List.of(InputError.at(pointer, "programme.unknown", code, code)), code);
        }
        return entity.body();
    }

    /** The programmes of these codes by code. */
    public Map<String, ProgrammeBody> of(Collection<String> codes) {
        return codes.isEmpty()
                ? Map.of()
                : repository.find(codes).stream()
                        .collect(Collectors.toMap(entity -> entity.code, ProgrammeEntity::body));
    }
}
