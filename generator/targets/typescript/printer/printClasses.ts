import {
  type ClassDeclarationStructure,
  IndentationText,
  type MethodDeclarationStructure,
  type OptionalKind,
  type ParameterDeclarationStructure,
  Project,
  type SourceFileStructure,
  StructureKind,
} from "ts-morph";
import type { GeneratedFile } from "../../../codegen/generatedFile.js";
import type { ClassFile, MethodParameter } from "./classFile.js";

/** Prints each class by one structure and one file: adding its parts one by one would parse the file as often. */
export function printClasses(classes: readonly ClassFile[]): readonly GeneratedFile[] {
  const project = new Project({ useInMemoryFileSystem: true, manipulationSettings: { indentationText: IndentationText.TwoSpaces } });
  return classes.map((file) => {
    const source = project.createSourceFile(`/${file.path}`, fileStructure(file));
    const text = source.getFullText();
    source.forget();
    return { path: file.path, text, owner: "generator" as const };
  });
}

function fileStructure(file: ClassFile): SourceFileStructure {
  return { kind: StructureKind.SourceFile, statements: [file.imports, classStructure(file)] };
}

function classStructure({ className, base, docs, getters, methods }: ClassFile): ClassDeclarationStructure {
  return {
    kind: StructureKind.Class,
    name: className,
    isExported: true,
    extends: base,
    docs: docs === "" ? [] : [`\n${docs}`],
    properties: getters.map(({ field, type }) => ({
      kind: StructureKind.Property,
      name: field,
      type,
      hasQuestionToken: true,
    })),
    getAccessors: getters.map(({ name, type, code }) => ({ kind: StructureKind.GetAccessor, name, returnType: type, statements: [code] })),
    methods: methods.map(methodStructure),
  };
}

function methodStructure({ name, docs, parameters, returns, overloads, code }: ClassFile["methods"][number]): MethodDeclarationStructure {
  const comment = { docs: [`\n${docs}`] };
  return {
    kind: StructureKind.Method,
    name,
    ...(overloads.length > 0 ? {} : comment),
    parameters: parameters.map(parameterStructure),
    returnType: returns,
    overloads: overloads.map((one) => ({ ...comment, parameters: one.parameters.map(parameterStructure), returnType: one.returns })),
    statements: [code],
  };
}

function parameterStructure({ name, type, optional }: MethodParameter): OptionalKind<ParameterDeclarationStructure> {
  return { name, type, hasQuestionToken: optional };
}
