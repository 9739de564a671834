/**
 * What is checked of every request before a resource sees it: path and method, the form of the answer, the form of the
 * content, the query parameters, the parts of forms. The checks know the operations of the application from the
 * annotations of its resources, so that a resource has nothing to declare for them.
 */
@NullMarked
package de.quartierwerk.kit.request;

import org.jspecify.annotations.NullMarked;
