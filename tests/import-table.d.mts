export declare const rooms: Readonly<Record<string, readonly string[]>>;
export declare const doors: readonly string[];
export declare const keptPackages: readonly { packages: RegExp; rooms: readonly string[] }[];
export declare const refusedPackages: RegExp;
export declare function isRuled(file: string): boolean;
export declare function judgeImport(file: string, specifier: string): string | null;
