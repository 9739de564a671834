package de.quartierwerk.funding.programme;

import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Programmes, for the features that apply them. */
@ApplicationScoped
public class Programmes {

    private final ProgrammeRepository repository;
    private final ProgrammeScope scope;

    Programmes(ProgrammeRepository repository, ProgrammeScope scope) {
        this.repository = repository;
        this.scope = scope;
    }

    /**
     * The programme of this code, or a refusal with 422.
     *
     * @param pointer JSON pointer of the reference
     */
    public Programme require(String pointer, String code) {
        return repository
                .findByIdOptional(code)
                .map(ProgrammeEntity::programme)
                .orElseThrow(() -> unknown(pointer, code));
    }

    /** The same, where a programme that the caller must not see counts as unknown. */
    public Programme requireVisible(String pointer, String code) {
        return scope.find(code).map(ProgrammeEntity::programme).orElseThrow(() -> unknown(pointer, code));
    }

    /** Whether the programme is there and the caller may see it. */
    @Transactional
    public boolean isVisible(String code) {
        return scope.find(code).isPresent();
    }

    /** The programmes of these codes by code. */
    public Map<String, Programme> of(Collection<String> codes) {
        return codes.isEmpty()
                ? Map.of()
                : repository.programmes(codes).stream().collect(Collectors.toMap(Programme::code, Function.identity()));
    }

    private static Invalid unknown(String pointer, String code) {
        return new Invalid("programme.unknown", List.of(InputError.at(pointer, "programme.unknown", code, code)), code);
    }
}
